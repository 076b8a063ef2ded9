// The clock that both phones and the bot live by, and the hands that move it.
import * as api from './api.js';
import { el } from './dom.js';
import { clock, dateTime, shortDay } from './time.js';

const STEPS = [
  ['clock-plus-1m', '+1 min', 60],
  ['clock-plus-20m', '+20 min', 1200],
  ['clock-plus-1d', '+1 day', 86400],
];

export class ClockBar {
  constructor(host, failed) {
    this.date = el('span.date');
    this.hour = el('time.hour', { 'data-testid': 'clock-now', role: 'timer', 'aria-live': 'off' });
    this.whose = el('span.whose');
    this.buttons = STEPS.map(([testid, label, seconds]) => el('button', { type: 'button', 'data-testid': testid, onclick: () => this.move(seconds, failed) }, label));
    host.append(el('div.now', {}, el('div', {}, this.date, this.whose), this.hour), ...this.buttons);
  }

  async move(seconds, failed) {
    try {
      clock.set((await api.advance(seconds)).now);
      this.tick();
    } catch (error) {
      failed(error.message);
    }
  }

  update(state) {
    this.person = state.people[0];
    this.several = new Set(state.people.slice(0, 2).map((one) => one.zone)).size > 1;
    this.tick();
  }

  /** Shown in English and in the first phone's zone; it says so when the phones differ. */
  tick() {
    if (!this.person) return;
    const view = { language: 'en', zone: this.person.zone };
    const now = clock.now();
    const texts = [[this.date, shortDay(now, view)], [this.hour, dateTime(now, 'T', view)], [this.whose, this.several ? ` · ${this.person.name}'s time` : '']];
    for (const [node, text] of texts) if (node.textContent !== text) node.textContent = text;
    this.hour.dateTime = new Date(now * 1000).toISOString();
  }
}
