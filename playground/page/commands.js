// The bot's commands, over the line to write in: behind the `/` key, and while a text begins with `/`.
import { el, icon, patch, uniqueId } from './dom.js';

const BEGUN = /^\/([a-z0-9_]*)$/i;

export class Commands {
  /** `field` is the line to write in, `send(command)` sends one as this person. */
  constructor(field, send) {
    Object.assign(this, { field, send, list: [], opened: false, dismissed: null });
    this.node = el('div.commands', { id: uniqueId('commands'), role: 'group', 'data-testid': 'command-list' });
    this.toggle = el('button.round', { type: 'button', 'data-testid': 'commands', 'aria-controls': this.node.id, onclick: () => this.open(!this.shown) }, icon('slash'));
    this.node.addEventListener('keydown', (event) => this.key(event));
  }

  update(list, label) {
    this.list = list;
    this.toggle.hidden = !list.length;
    this.toggle.setAttribute('aria-label', label);
    this.toggle.title = label;
    this.node.setAttribute('aria-label', label);
    this.draw();
  }

  get shown() {
    return this.node.childElementCount > 0;
  }

  open(wanted) {
    this.opened = wanted;
    this.dismissed = wanted ? null : this.field.value;
    this.draw();
    if (wanted) this.node.firstChild?.focus();
  }

  draw() {
    const begun = this.field.value === this.dismissed ? null : BEGUN.exec(this.field.value);
    const fitting = begun ? this.list.filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : [];
    const entries = this.opened ? this.list : fitting;
    patch(this.node, entries, () => entries.map(({ command, description }) => el('button', {
      type: 'button', 'data-testid': `command-${command}`, onclick: () => this.choose(command),
    }, el('b', {}, `/${command}`), el('span', {}, description))));
    this.toggle.setAttribute('aria-expanded', String(this.shown));
  }

  choose(command) {
    this.field.value = '';
    this.field.dispatchEvent(new Event('input'));
    this.field.focus();
    this.open(false);
    this.send(`/${command}`);
  }

  /** A key in the line to write in; true when it was meant for the list. */
  fieldKey({ key }) {
    if (!this.shown) return false;
    if (key === 'Escape') this.open(false);
    else if (key === 'ArrowUp') this.node.lastChild.focus();
    else if (key === 'ArrowDown') this.node.firstChild.focus();
    return ['Escape', 'ArrowUp', 'ArrowDown'].includes(key);
  }

  key(event) {
    if (event.key === 'Escape') {
      this.open(false);
      this.field.focus();
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = [...this.node.children];
    (rows[rows.indexOf(document.activeElement) + step] ?? this.field).focus();
  }
}
