// What the menu of a chat offers: the doings that a couples bot has to live with.
import { botIn, personOf } from './chats.js';
import { groupTitle } from './foot.js';

const THIRD = 'Cleo';

export function chatMenu(state, person, chat, phone) {
  const { say, act } = phone;
  const bot = state.bot.name;
  const entry = (testid, label, run, danger = false) => ({ testid, label, run, danger });
  const another = entry('menu-new-group', say('newGroup'), () => act('make_group', {
    title: groupTitle(state), members: [person.id, ...state.people.slice(0, 2).map((one) => one.id).filter((id) => id !== person.id)],
  }));
  if (!chat) return [another];
  if (chat.type === 'private') {
    return [
      person.started && !person.blocked && entry('menu-start', say('startAgain'), () => act('start')),
      person.blocked ? entry('menu-unblock', say('unblock'), () => act('unblock')) : entry('menu-block', say('block', { bot }), () => act('block'), true),
    ].filter(Boolean);
  }
  const here = { chat: chat.id };
  if (!chat.members.includes(person.id)) return [entry('menu-join', say('joinAgain'), () => act('add_person', { ...here, name: person.name })), another];
  const inside = botIn(state, chat);
  const first = new Set(state.people.slice(0, 2).map((one) => one.id));
  const guests = chat.members.filter((id) => id !== state.bot.id && !first.has(id));
  return [
    inside ? entry('menu-remove-bot', say('removeBot', { bot }), () => act('remove_bot', here), true) : entry('menu-add-bot', say('addBot', { bot }), () => act('add_bot', here)),
    inside && (chat.bot_admin ? entry('menu-demote', say('demote', { bot }), () => act('demote', here)) : entry('menu-promote', say('promote', { bot }), () => act('promote', here))),
    ...guests.map((id) => entry('menu-remove-person', say('removePerson', { name: personOf(state, id).name }), () => act('remove_person', { ...here, name: personOf(state, id).name }))),
    !guests.length && entry('menu-add-person', say('addPerson', { name: THIRD }), () => act('add_person', { ...here, name: THIRD })),
    chat.type === 'group' && entry('menu-upgrade', say('upgrade'), () => act('upgrade', here)),
    another,
    entry('menu-leave', say('leave'), () => act('leave', here), true),
  ].filter(Boolean);
}
