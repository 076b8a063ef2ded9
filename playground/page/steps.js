// The invitation: pair, tap ✋, move the clock. Each is ticked by what can be seen on the phones.
import { el, icon, patch } from './dom.js';

const LONGEST_PAUSE = 86400 + 60; // seconds from a panel to its return time

const WORDS = [
  ['Pair', 'Add Backsoon to the shared chat, then follow its buttons on both phones.'],
  ['Tap ✋', 'Tap ✋ on either phone and see what the other one sees.'],
  ['Move the clock', 'Move the clock by 20 minutes. Both phones ring.'],
];
const AFTER = 'Now come back, on both phones. Then try whatever you like: type, block, leave, add Cleo.';

export class Steps {
  constructor(host) {
    this.host = host;
    this.done = [false, false, false];
  }

  update(state) {
    const times = [...promised(state)];
    const now = [
      state.chats.some((chat) => state.people.some((person) => chat.keyboards?.[person.id])),
      times.length > 0,
      times.some((unix) => unix <= state.now),
    ];
    this.done = this.done.map((before, at) => before || now.slice(at).some(Boolean));
    const next = this.done.indexOf(false);
    patch(this.host, this.done, () => [
      el('ol', {}, WORDS.map(([label], at) => el('li', { 'data-testid': `step-${at + 1}`, 'data-done': String(this.done[at]), 'aria-current': at === next ? 'step' : undefined },
        el('span.number', {}, this.done[at] ? icon('check') : String(at + 1)), label, this.done[at] && el('span.unseen', {}, ' (done)')))),
      el('p', {}, next < 0 ? AFTER : WORDS[next][1]),
    ]);
  }
}

/** The return times that the bot named: clock times at most a day ahead of their message. */
function* promised(state) {
  for (const chat of state.chats) {
    for (const message of chat.messages) {
      if (message.from?.id !== state.bot.id) continue;
      for (const entity of message.entities ?? []) {
        if (entity.type === 'date_time' && /[tT]/.test(entity.date_time_format ?? '') && entity.unix_time - message.date < LONGEST_PAUSE) yield entity.unix_time;
      }
    }
  }
}
