// Questions to the state that the server sent. Nothing here touches the page.

export const personOf = (state, id) => state.people.find((person) => person.id === id);

export const privateChat = (state, person) =>
  state.chats.find((chat) => chat.type === 'private' && (chat.with ?? chat.id) === person.id);

/** The groups that count now, newest first: those upgraded have gone on as another chat. */
export function groups(state) {
  return state.chats.filter((chat) => chat.type !== 'private' && !chat.upgraded_to && !chat.gone).reverse();
}

/** The shared chats that a person's phone lists; the one they left stays in sight when there is no other. */
export function groupsOf(state, person) {
  const all = groups(state);
  const own = all.filter((chat) => chat.members.includes(person.id));
  return own.length ? own : all.filter((chat) => wasIn(chat, person)).slice(0, 1);
}

function wasIn(chat, person) {
  return chat.messages.some((message) => message.left_chat_member?.id === person.id || message.from?.id === person.id);
}

export const botIn = (state, chat) => chat.members.includes(state.bot.id);

export const commandsOf = (chat, person) => chat.commands?.[person.id] ?? [];

export const keyboardOf = (chat, person) => chat.keyboards?.[person.id] || null;

export function nameOf(state, id) {
  return id === state.bot.id ? state.bot.name : personOf(state, id)?.name ?? '';
}

const SERVICE = [
  'new_chat_members', 'left_chat_member', 'migrate_to_chat_id', 'migrate_from_chat_id', 'group_chat_created', 'pinned_message',
];

/** The sentence of a service message, or null for one that somebody wrote. */
export function serviceText(message, say) {
  if (!SERVICE.some((key) => message[key] !== undefined)) return null;
  const by = message.from?.first_name ?? '';
  if (message.new_chat_members) {
    const name = message.new_chat_members.map((user) => user.first_name).join(', ');
    const alone = message.new_chat_members.length === 1 && message.new_chat_members[0].id === message.from?.id;
    return alone ? say('joined', { name }) : say('added', { by, name });
  }
  if (message.left_chat_member) {
    const name = message.left_chat_member.first_name;
    return message.left_chat_member.id === message.from?.id ? say('left', { name }) : say('removed', { by, name });
  }
  if (message.pinned_message) return say('pinned', { name: by });
  if (message.group_chat_created) return say('created', { name: by, title: message.chat?.title ?? '' });
  return say('upgraded');
}

/** Whether somebody said this, in words or otherwise; service messages say nothing. */
export const spoken = (message) => (message.text ?? message.caption ?? message.photo ?? message.animation ?? message.document ?? message.voice ?? message.sticker) !== undefined;

/** The plain words of a message, for previews and for those who listen. */
export function plain(message, say) {
  if (message.text) return message.text;
  if (message.caption) return message.caption;
  if (message.sticker) return message.sticker.emoji || say('other');
  if (message.photo) return say('photo');
  if (message.voice) return say('voice');
  if (message.document && !message.animation) return message.document.file_name ?? say('other');
  return message.animation ? say('animation') : serviceText(message, say) ?? say('other');
}
