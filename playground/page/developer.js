// Behind the scenes: what the bot was told, what it called, and faults to try it with.
import * as api from './api.js';
import { el, icon, patch } from './dom.js';
import { dateTime } from './time.js';

const FAULTS = [
  ['fault-429', 'Too busy (429)', { kind: '429', retry_after: 3 }],
  ['fault-500', 'Server error (500)', { kind: '500' }],
  ['fault-lost', 'Lost reply', { kind: 'lost_reply' }],
  ['fault-slow', 'Slow', { kind: 'slow', seconds: 3 }],
];

export class Developer {
  constructor(host, toggle) {
    this.host = host;
    this.note = el('p.note', { role: 'status' });
    this.log = el('ol.log', { 'data-testid': 'dev-log', tabIndex: 0, 'aria-label': 'Log, newest first' });
    host.append(
      el('h2', {}, 'Behind the scenes'),
      el('p', {}, 'The next message that the bot sends meets …'),
      el('div.faults', {}, FAULTS.map(([testid, label, wanted]) => el('button', { type: 'button', 'data-testid': testid, onclick: () => this.try(
        () => api.fault({ method: 'sendMessage', times: 1, ...wanted }), `Set: ${label.toLowerCase()}, once.`) }, label)),
      el('button.quiet', { type: 'button', 'data-testid': 'fault-none', onclick: () => this.try(api.clearFaults, 'No faults are set.') }, 'No faults')),
      this.note,
      el('div.legend', {}, el('span.in', {}, 'told to the bot'), el('span.out', {}, 'called by the bot')),
      this.log,
    );
    toggle.addEventListener('click', () => {
      host.hidden = !host.hidden;
      document.body.classList.toggle('with-developer', !host.hidden);
      toggle.setAttribute('aria-expanded', String(!host.hidden));
      if (!host.hidden) {
        this.show();
        host.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  async try(run, words) {
    try {
      await run();
      this.note.textContent = words;
    } catch (error) {
      this.note.textContent = error.message;
    }
  }

  update(state) {
    this.state = state;
    if (!this.host.hidden) this.show();
  }

  show() {
    if (!this.state) return;
    const { log, people } = this.state;
    const view = { language: 'en', zone: people[0]?.zone ?? 'UTC' };
    const open = new Set([...this.log.querySelectorAll('details[open]')].map((node) => node.dataset.n));
    patch(this.log, [log.at(-1)?.n, log.length, view.zone, log.filter((row) => !row.ok).length], () => log.length
      ? [...log].reverse().map((row) => line(row, view, open))
      : el('li.nothing', {}, 'Nothing yet. Tap something on a phone.'));
  }
}

function line(row, view, open) {
  const detail = typeof row.detail === 'string' ? row.detail : row.detail && JSON.stringify(row.detail, null, 1);
  const head = [
    el(`span.way.${row.direction}`, { title: row.direction === 'in' ? 'told to the bot' : 'called by the bot' }, row.direction === 'in' ? '→' : '←'),
    el('time', {}, dateTime(row.at, 'T', view)), el('b', {}, row.what), !row.ok && el('span.failed', {}, icon('close'), 'no'),
  ];
  const body = detail
    ? el('details', { 'data-n': String(row.n), open: open.has(String(row.n)) }, el('summary', {}, head, el('span.peek', {}, detail.replace(/\s+/g, ' ').slice(0, 90))), el('pre', {}, detail))
    : el('div.plain', {}, head);
  return el('li', { 'data-direction': row.direction, 'data-ok': String(Boolean(row.ok)) }, body);
}
