// One message as a bubble, or as a centred line where Telegram itself wrote it.
import { el, icon } from './dom.js';
import { plain, serviceText } from './chats.js';
import { LATIN, richText, tongue } from './entities.js';
import { hourMinute } from './time.js';

/** The list item of a message. `view` has `phone`, `chat`, `say`, `first` (of its author's run) and `hands`. */
export function messageNode(message, view) {
  const service = serviceText(message, view.say);
  const node = service === null ? bubble(message, view) : el('li.service', {}, el('span', {}, service));
  node.dataset.testid = 'message';
  node.dataset.message = message.message_id;
  node.dataset.from = message.from?.first_name ?? '';
  return node;
}

function bubble(message, view) {
  const { person, say, hands } = view;
  const mine = message.from?.id === person.id;
  const fromBot = Boolean(message.from?.is_bot);
  const body = el('div.bubble', {},
    view.first && !mine && view.chat.type !== 'private' && el('div.author', {}, message.from?.first_name ?? ''),
    quote(message, view),
    media(message, say),
    words(message, view),
    meta(message, person, say, fromBot),
  );
  // For the mouse; the keyboard has R and Enter on the message, a finger the long press.
  const act = el('button.act', { type: 'button', tabIndex: -1, title: say('reply'), 'data-testid': 'reply',
    'aria-label': `${say('reply')}: ${plain(message, say).slice(0, 60)}`, onclick: () => hands.onReply(message) }, icon('reply'));
  body.append(act);
  const column = el('div.column', {}, body, buttons(message, view));
  const node = el(`li.message.${mine ? 'mine' : 'theirs'}.${fromBot ? 'by-bot' : 'by-person'}`, {
    tabIndex: -1, 'aria-keyshortcuts': 'R', 'data-sound': message.silent ? 'silent' : 'loud', 'data-focus': `m${message.message_id}`,
  }, !mine && avatar(message.from, view.first), column);
  if (view.first) node.classList.add('first');
  return node;
}

/** A round picture with the first letter of a name; the bot has its own. */
export function avatar(user, shown = true) {
  if (!shown) return el('span.avatar.none', { 'aria-hidden': 'true' });
  if (user?.is_bot) return el('img.avatar', { src: '/page/icon.svg', alt: '' });
  const name = user?.first_name ?? '?';
  return el('span.avatar', { 'aria-hidden': 'true', 'data-tone': [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 4 }, [...name][0]);
}

function quote(message, view) {
  const target = message.reply_to_message;
  if (!target) return null;
  return el('button.quote', { type: 'button', tabIndex: -1, onclick: () => view.hands.onJump(target.message_id) },
    el('b', {}, target.from?.first_name ?? ''), el('span', {}, plain(target, view.say)));
}

function media(message, say) {
  if (message.sticker) return el('div.sticker', {}, message.sticker.emoji || '🖼');
  if (message.voice) return el('div.sound', {}, `🎤 ${say('voice')}`);
  const kind = message.photo ? 'photo' : message.animation ? 'animation' : 'other';
  const file = message.photo?.at(-1) ?? message.animation ?? message.document;
  if (!file) return null;
  const words = say(kind);
  const src = `/play/file/${encodeURIComponent(file.file_id)}`;
  if (kind === 'other') {
    return el('a.file', { href: src, target: '_blank', rel: 'noopener', 'data-testid': 'file' },
      icon('file'), el('span', {}, file.file_name ?? words), el('small', {}, size(file.file_size)));
  }
  const holder = el('div.picture', { role: 'img', 'aria-label': words }, icon('image'), el('span', {}, file.file_name ?? words));
  const shape = { width: file.width || undefined, height: file.height || undefined };
  const picture = file.mime_type?.startsWith('video/') ? film(src, words, shape) : el('img.photo', { src, alt: words, ...shape });
  picture.addEventListener('error', () => picture.replaceWith(holder));
  return picture;
}

const size = (bytes) => `${Math.max(1, Math.round(bytes / 1000))} kB`;

/** An animation without sound, in a loop; who asked for less motion starts it by hand. */
function film(src, words, size) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return el('video.photo', { src, 'aria-label': words, ...size, loop: true, muted: true, playsInline: true, autoplay: !still, controls: still });
}

function words(message, view) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return el('div.text', { dir: 'auto', lang: tongue(text) }, ...richText(text, message.entities ?? message.caption_entities, { person: view.person, ...view.hands }));
}

function meta(message, person, say, fromBot) {
  const bell = message.silent ? 'muted' : 'bell';
  const heard = el('span.heard', { title: say(message.silent ? 'silent' : 'loud') }, icon(bell),
    el('span.unseen', {}, say(message.silent ? 'silent' : 'loud')));
  return el('div.meta', {}, message.edited && el('span.edited', {}, say('edited')),
    el('span', {}, hourMinute(message.date, person)), (fromBot || message.silent) && heard);
}

function buttons(message, view) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el('div.inline-rows', {}, rows.map((row, y) => el('div.inline-row', {}, row.map((button, x) => el(
    `button.inline-button${button.style ? `.${button.style}` : ''}`, {
      type: 'button', 'data-testid': 'inline-button', lang: LATIN.test(button.text) ? 'en' : tongue(button.text), 'data-press': button.callback_data, 'data-focus': `b${message.message_id}-${button.text || `${y}-${x}`}`,
      onclick: (event) => view.hands.onButton(message, button, event.currentTarget),
    }, el('span', {}, button.text), sign(button))))));
}

function sign(button) {
  if (button.copy_text) return icon('copy');
  return button.url ? icon('link') : null;
}
