// The lower end of a chat: what this person can do here now (start, add the bot, write, press keys).
import { Commands } from './commands.js';
import { el, icon, patch } from './dom.js';
import { botIn, commandsOf, keyboardOf, nameOf, plain } from './chats.js';

export class Foot {
  constructor(phone) {
    this.phone = phone;
    this.hidden = new Set(); // chats whose keys are folded away
    this.drafts = new Map();
    this.replies = new Map();
    this.mode = el('div.gate');
    this.quoted = el('div.quoted');
    this.keys = el('div.keys', { role: 'group' });
    this.field = el('textarea', { rows: 1, 'data-testid': 'composer', enterKeyHint: 'send' });
    this.toggle = el('button.round', { type: 'button', onclick: () => this.fold() }, icon('keys'));
    this.send = el('button.round.send', { type: 'submit', 'data-testid': 'send' }, icon('send'));
    this.commands = new Commands(this.field, (words) => this.phone.command(words));
    this.form = el('form.composer', { onsubmit: (event) => this.submit(event) }, this.toggle, this.commands.toggle, this.field, this.send);
    this.node = el('footer.foot', {}, this.mode, this.commands.node, this.quoted, this.keys, this.form);
    this.field.addEventListener('input', () => {
      this.commands.opened = false;
      this.typed();
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event);
      if (this.commands.fieldKey(event)) event.preventDefault();
      else if (event.key === 'Escape') this.replyTo(null);
    });
  }

  update(state, person, chat) {
    const { say } = this.phone;
    if (this.chat?.id !== chat?.id) this.field.value = (chat && this.drafts.get(chat.id)) || '';
    this.chat = chat;
    const gate = this.gate(state, person, chat);
    patch(this.mode, [gate?.testid, gate?.words, gate?.label], () => gate && [
      gate.words && el('p', {}, gate.words),
      el('button.primary.big', { type: 'button', 'data-testid': gate.testid, onclick: gate.run }, gate.label),
    ]);
    const writing = !gate || gate.open;
    this.form.hidden = !writing;
    const label = chat && chat.type !== 'private' ? `${say('message')} (${chat.title})` : say('message');
    this.field.placeholder = say('message');
    this.field.setAttribute('aria-label', label);
    this.send.setAttribute('aria-label', say('send'));
    this.send.title = say('send');
    this.commands.update(writing && chat ? commandsOf(chat, person) : [], say('commands'));
    this.showKeys(writing && chat ? keyboardOf(chat, person) : null);
    this.showReply();
    this.typed();
  }

  /** What stands before writing, if anything: {testid, label, words, run, open}. */
  gate(state, person, chat) {
    const { say, act } = this.phone;
    const bot = state.bot.name;
    if (!chat) {
      const members = state.people.slice(0, 2).map((one) => one.id);
      return { testid: 'make-group', words: say('noGroup'), label: say('makeGroup'), run: () => act('make_group', { title: groupTitle(state), members }) };
    }
    if (chat.type === 'private') {
      if (person.blocked) return { testid: 'unblock', words: say('blocked', { bot }), label: say('unblock'), run: () => act('unblock') };
      return person.started ? null : { testid: 'start', label: say('start'), run: () => act('start') };
    }
    if (!chat.members.includes(person.id)) {
      return { testid: 'join-again', words: say('notMember'), label: say('joinAgain'), run: () => act('add_person', { chat: chat.id, name: person.name }) };
    }
    if (botIn(state, chat)) return null;
    return { testid: 'add-bot', words: say('addBotWhy'), label: say('addBot', { bot }), run: () => act('add_bot', { chat: chat.id }), open: true };
  }

  showKeys(keyboard) {
    const folded = this.chat && this.hidden.has(this.chat.id);
    this.toggle.hidden = !keyboard;
    this.toggle.setAttribute('aria-label', this.phone.say('keyboard'));
    this.toggle.setAttribute('aria-expanded', String(Boolean(keyboard) && !folded));
    patch(this.keys, [keyboard?.rows, folded, this.chat?.id], () => !keyboard || folded ? [] : keyboard.rows.map((row) => el('div.key-row', {}, row.map((key) => el(
      `button.key${key.style ? `.${key.style}` : ''}`, {
        type: 'button', 'data-testid': 'reply-key', 'data-focus': `k${key.text ?? key}`,
        onclick: () => this.phone.act('key', { chat: this.chat.id, text: key.text ?? key }),
      }, key.text ?? key)))));
  }

  showReply() {
    const target = this.chat && this.replies.get(this.chat.id);
    const { say } = this.phone;
    patch(this.quoted, [target?.message_id, say('cancel')], () => target && [
      icon('reply'),
      el('span', {}, el('b', {}, `${say('replyTo')} ${target.from?.first_name ?? ''}`), el('span', {}, plain(target, say))),
      el('button.round', { type: 'button', 'aria-label': say('cancel'), onclick: () => this.replyTo(null) }, icon('close')),
    ]);
  }

  replyTo(message) {
    if (!this.chat) return;
    if (message) this.replies.set(this.chat.id, message);
    else this.replies.delete(this.chat.id);
    this.showReply();
    if (!this.form.hidden) this.field.focus();
  }

  fold() {
    if (!this.hidden.delete(this.chat.id)) this.hidden.add(this.chat.id);
    this.phone.refresh();
  }

  typed() {
    if (this.chat) this.drafts.set(this.chat.id, this.field.value);
    this.send.disabled = !this.field.value.trim();
    this.commands.draw();
    this.field.style.height = 'auto';
    if (this.field.value) this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 120)}px`;
  }

  async submit(event) {
    event.preventDefault();
    const { chat } = this;
    const text = this.field.value.trim();
    if (!text) return;
    const reply = this.replies.get(chat.id);
    this.field.value = '';
    this.replies.delete(chat.id);
    this.typed();
    this.showReply();
    const sent = await this.phone.act('say', { chat: chat.id, text, ...(reply ? { reply_to: reply.message_id } : {}) });
    if (!sent && this.chat.id === chat.id && !this.field.value) {
      this.field.value = text; // what could not be sent is not lost
      this.typed();
    }
  }
}

/** The name of a shared chat of the first two people. */
export const groupTitle = (state) => state.people.slice(0, 2).map((one) => nameOf(state, one.id)).join(' & ');
