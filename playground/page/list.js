// The messages of the chat that a phone shows: new ones come in, edited ones change, deleted ones vanish.
import { afterAnimation, el, icon } from './dom.js';
import { spoken } from './chats.js';
import { messageNode } from './message.js';
import { day } from './time.js';
import { refreshRelative } from './entities.js';

const HOLD_MS = 480; // how long a finger rests on a message to open its menu
const NEAR = 120; // pixels from the end at which a list follows new messages

export class MessageList {
  constructor(phone) {
    this.phone = phone;
    this.nodes = new Map();
    this.list = el('ol.messages');
    this.jump = el('button.jump.round', { type: 'button', hidden: true, onclick: () => this.toEnd(true) }, icon('down'));
    this.scroller = el('div.scroller', {}, this.list);
    this.node = el('div.room', {}, this.scroller, this.jump);
    this.scroller.addEventListener('scroll', () => { this.jump.hidden = this.atEnd(); }, { passive: true });
    this.list.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('contextmenu', (event) => this.context(event));
    this.list.addEventListener('pointerdown', (event) => this.press(event));
    new ResizeObserver(() => this.stick && this.toEnd()).observe(this.scroller);
  }

  update(state, person, chat) {
    const { say, hands } = this.phone;
    const messages = chat && (chat.type === 'private' || chat.members.includes(person.id)) ? chat.messages : [];
    const fresh = this.shown !== chat?.id;
    if (fresh) this.clear();
    this.shown = chat?.id;
    this.jump.setAttribute('aria-label', say('newest'));
    this.stick = fresh || this.atEnd() || messages.at(-1)?.from?.id === person.id && !this.nodes.has(`m${messages.at(-1).message_id}`);
    this.reconcile(wanted(messages, person), (message, first) => messageNode(message, { person, chat, say, hands, first }), person, fresh);
    this.list.setAttribute('aria-label', chat?.title || state.bot.name);
    this.rove();
    if (this.stick) this.toEnd(false);
    else this.jump.hidden = false;
  }

  reconcile(items, build, person, fresh) {
    const keep = new Set(items.map((item) => item.key));
    for (const [key, old] of this.nodes) if (!keep.has(key)) this.vanish(key, old.node);
    let before = null;
    for (const item of items) {
      const mark = JSON.stringify([item, person.zone, person.language, person.id]);
      let known = this.nodes.get(item.key);
      if (known?.mark !== mark) known = this.renew(item, mark, known, build, fresh);
      const next = before ? before.nextSibling : this.list.firstChild;
      if (known.node !== next) this.list.insertBefore(known.node, next);
      before = known.node;
    }
  }

  renew(item, mark, known, build, fresh) {
    const node = item.message ? build(item.message, item.first) : el('li.day', {}, el('span', {}, item.day));
    if (known) {
      const active = document.activeElement;
      const focus = known.node.contains(active) ? active.dataset.focus : null;
      known.node.replaceWith(node);
      if (focus) (node.dataset.focus === focus ? node : [...node.querySelectorAll('[data-focus]')].find((one) => one.dataset.focus === focus) ?? node).focus({ preventScroll: true });
    } else if (!fresh) {
      node.classList.add('arriving');
    }
    const entry = { node, mark, item };
    this.nodes.set(item.key, entry);
    return entry;
  }

  vanish(key, node) {
    this.nodes.delete(key);
    const near = node.contains(document.activeElement);
    delete node.dataset.testid;
    node.inert = true;
    node.classList.add('leaving');
    afterAnimation(node, () => node.remove());
    if (near) this.rows().at(-1)?.focus({ preventScroll: true });
  }

  clear() {
    this.nodes.clear();
    this.list.replaceChildren();
  }

  atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR;
  }

  toEnd(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    this.jump.hidden = true;
    this.stick = true;
  }

  /** Show and mark the message that a reply points to. */
  reveal(id) {
    const node = this.nodes.get(`m${id}`)?.node;
    if (!node) return;
    node.scrollIntoView({ block: 'center', behavior: 'smooth' });
    node.classList.remove('pointed');
    void node.offsetWidth;
    node.classList.add('pointed');
  }

  rows() {
    return [...this.list.querySelectorAll(':scope > li.message:not(.leaving)')];
  }

  /** One message at a time is a tab stop: the last one that had the focus, else the newest. */
  rove(chosen) {
    const rows = this.rows();
    const stop = chosen ?? rows.find((row) => row.tabIndex === 0 && row.contains(document.activeElement)) ?? rows.at(-1);
    for (const row of rows) row.tabIndex = row === stop ? 0 : -1;
  }

  messageOf(node) {
    const row = node.closest('li.message');
    return row && this.nodes.get(`m${row.dataset.message}`)?.item.message;
  }

  key(event) {
    const row = event.target;
    if (!row.matches?.('li.message')) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      const rows = this.rows();
      const next = rows[rows.indexOf(row) + step];
      if (next) {
        this.rove(next);
        next.focus();
      }
      event.preventDefault();
    } else if (event.key === 'Enter' || event.key.toLowerCase() === 'r') {
      event.preventDefault();
      this.phone.hands.onReply(this.messageOf(row));
    }
  }

  context(event) {
    const message = this.messageOf(event.target);
    if (!message || String(window.getSelection())) return;
    event.preventDefault();
    if (this.phone.overlay.open) return;
    this.phone.messageMenu(message, event.target.closest('li.message'));
  }

  /** A long press of a finger: not every browser makes a contextmenu event of it. */
  press(event) {
    const row = event.target.closest('li.message');
    if (event.pointerType !== 'touch' || !row) return;
    const held = new AbortController();
    const timer = setTimeout(() => {
      held.abort();
      this.phone.messageMenu(this.messageOf(row), row);
    }, HOLD_MS);
    const stop = (moved) => {
      if (moved.type === 'pointermove' && Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < 10) return;
      clearTimeout(timer);
      held.abort();
    };
    for (const name of ['pointerup', 'pointercancel', 'pointermove']) window.addEventListener(name, stop, { signal: held.signal });
  }

  tick(person) {
    refreshRelative(this.list, person);
  }
}

/** The items of a list, with a day's name before its first message. */
function wanted(messages, person) {
  const items = [];
  let today = null;
  let last = null;
  for (const message of messages) {
    const name = day(message.date, person);
    if (name !== today) items.push({ key: `d${name}`, day: name });
    const service = !spoken(message);
    const first = name !== today || last !== message.from?.id || service;
    today = name;
    last = service ? null : message.from?.id;
    items.push({ key: `m${message.message_id}`, message, first });
  }
  return items;
}
