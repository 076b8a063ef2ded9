// What lies over one phone for a while: toasts, alerts, menus, a link that the other passed on.
import { el, icon, uniqueId } from './dom.js';
import { tongue } from './entities.js';

const TOAST_MS = 4500;

export class Overlay {
  /** `frame` is the phone's own box, `screen` what becomes inert under an alert. */
  constructor(frame, screen) {
    this.screen = screen;
    this.toasts = el('div.toasts', { role: 'status', 'aria-live': 'polite' });
    this.layer = el('div.layer');
    frame.append(this.toasts, this.layer);
  }

  /** Whether a menu or an alert lies over the phone. */
  get open() {
    return Boolean(this.layer.querySelector('.shade, .menu-shade'));
  }

  toast(text, problem = false) {
    const note = el(`div.toast${problem ? '.problem' : ''}`, { 'data-testid': 'toast', lang: tongue(text) }, text);
    this.toasts.replaceChildren(note);
    setTimeout(() => note.remove(), Math.max(TOAST_MS, text.length * 70));
  }

  /** A modal dialog inside the phone; the other phone stays free. */
  alert(text, { name, ok }) {
    const before = this.screen.contains(document.activeElement) ? document.activeElement : null;
    const id = uniqueId('alert');
    const close = () => {
      box.remove();
      if (!this.layer.querySelector('.shade')) this.screen.inert = false;
      before?.isConnected && before.focus();
    };
    const button = el('button.primary', { type: 'button', 'data-testid': 'alert-ok', onclick: close }, ok);
    const box = el('div.shade', {}, el('div.alert', {
      role: 'alertdialog', 'aria-modal': 'true', 'aria-label': name, 'aria-describedby': id, 'data-testid': 'alert',
    }, el('p', { id, dir: 'auto', lang: tongue(text) }, text), button));
    box.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    this.layer.append(box);
    this.screen.inert = true;
    button.focus();
  }

  /** A menu by the control that opened it: [{label, run, testid, danger}]; arrows move, Escape closes. */
  menu(opener, entries, spot = 'top') {
    const close = (back) => {
      shade.remove();
      opener.setAttribute('aria-expanded', 'false');
      if (back) opener.focus();
    };
    const items = entries.map((entry) => el(`button${entry.danger ? '.danger' : ''}`, {
      type: 'button', role: 'menuitem', 'data-testid': entry.testid,
      onclick: () => {
        close(true);
        entry.run();
      },
    }, entry.label));
    const list = el('div.menu', { role: 'menu', 'aria-label': opener.getAttribute('aria-label') }, items);
    const shade = el(`div.menu-shade.${spot}`, { onclick: (event) => pressed && event.target === shade && close(true) }, list);
    let pressed = false; // the finger that opened the menu by a long press still lifts, and that is a click here
    shade.addEventListener('pointerdown', () => { pressed = true; });
    shade.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') close(true);
      if (event.key === 'Tab') close(true);
      if (!step) return;
      event.preventDefault();
      const at = items.indexOf(document.activeElement);
      items[(at + step + items.length) % items.length].focus();
    });
    opener.setAttribute('aria-expanded', 'true');
    this.layer.append(shade);
    items[0]?.focus();
  }

  /** A card that stays until it is opened or closed. */
  card(text, label, closing, run) {
    this.layer.querySelector('.card')?.remove();
    const box = el('div.card', { role: 'status', 'data-testid': 'link-card' }, el('span', {}, text),
      el('button.primary', { type: 'button', 'data-testid': 'link-open', onclick: () => { box.remove(); run(); } }, label),
      el('button.round', { type: 'button', 'aria-label': closing, onclick: () => box.remove() }, icon('close')));
    this.layer.append(box);
  }
}
