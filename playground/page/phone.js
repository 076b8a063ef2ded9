// One phone: whose it is, its chats, and the hands of the person who holds it.
import * as api from './api.js';
import { el, icon, patch } from './dom.js';
import { groupsOf, personOf, plain, privateChat, spoken } from './chats.js';
import { Foot } from './foot.js';
import { botLink, copyText, shared } from './links.js';
import { MessageList } from './list.js';
import { chatMenu } from './menu.js';
import { avatar } from './message.js';
import { Overlay } from './overlay.js';
import { settings } from './settings.js';
import { clock, hourMinute } from './time.js';
import { wordsFor } from './words.js';

const RING_MS = 1600;

export class Phone {
  /** `pass(text)` hands a copied or shared text to the other phone, `own(id)` gives this one to somebody else. */
  constructor({ personId, pass, own }) {
    Object.assign(this, { personId, pass, own, chosen: 'private', seen: new Map(), unread: 0 });
    this.say = wordsFor('en');
    this.act = this.act.bind(this);
    this.hands = {
      onReply: (message) => this.foot.replyTo(message),
      onJump: (id) => this.list.reveal(id),
      onLink: (url) => this.open(url),
      onCommand: (words) => this.command(words),
      onButton: (message, button, node) => this.press(message, button, node),
    };
    this.build();
  }

  build() {
    this.list = new MessageList(this);
    this.foot = new Foot(this);
    this.time = el('span.own-time');
    this.bell = el('span.bell', { 'aria-hidden': 'true' }, icon('bell'));
    this.settings = el('div.settings', { lang: 'en' });
    this.tabs = el('div.tabs', { role: 'tablist' });
    this.head = el('div.chat-head');
    this.empty = el('div.empty');
    this.live = el('div.unseen', { role: 'log', 'aria-live': 'polite', 'data-testid': 'live' });
    this.panel = el('div.chat', { role: 'tabpanel' }, this.head, this.list.node, this.empty, this.foot.node);
    this.screen = el('div.screen', {}, el('div.status', {}, this.time, this.bell), this.tabs, this.panel);
    this.frame = el('div.frame', {}, this.screen, this.live);
    this.node = el('section.phone', {}, this.settings, this.frame);
    this.overlay = new Overlay(this.frame, this.screen);
    this.tabs.addEventListener('keydown', (event) => this.tabKey(event));
  }

  update(state) {
    const person = personOf(state, this.personId);
    if (!person) return;
    const moved = this.person?.id !== person.id;
    Object.assign(this, { state, person, say: wordsFor(person.language) });
    this.node.lang = person.language;
    this.node.dataset.phone = person.name.toLowerCase();
    this.node.dataset.testid = `phone-${person.name.toLowerCase()}`;
    this.node.setAttribute('aria-label', `${person.name}'s phone`);
    if (moved) this.chosen = person.started ? this.chosen : 'shared';
    this.chats = [{ key: 'private', chat: privateChat(state, person) }, ...sharedTabs(groupsOf(state, person))];
    this.tab = this.chats.find((one) => one.key === this.chosen) ?? this.chats[1];
    this.chosen = this.tab.key;
    this.hear(moved);
    this.refresh();
  }

  refresh() {
    const { state, person, tab } = this;
    settings(this.settings, state, person, this);
    this.showTabs();
    this.showHead(tab);
    this.foot.update(state, person, tab.chat);
    this.list.update(state, person, tab.chat);
    this.showEmpty(tab);
    this.tick();
  }

  tick() {
    if (!this.person) return;
    const now = hourMinute(clock.now(), this.person);
    if (this.time.textContent !== now) this.time.textContent = now;
    this.list.tick(this.person);
  }

  // What is new: counted where it is out of sight, spoken, and rung for once

  hear(first) {
    let rings = false;
    this.unread = 0;
    for (const { key, chat } of this.chats) {
      if (!chat) continue;
      const name = `${this.person.id}:${chat.id}`;
      const known = this.seen.get(name) ?? { heard: new Set(), read: new Set() };
      const inChat = chat.type === 'private' || chat.members.includes(this.person.id);
      for (const message of inChat ? chat.messages : []) {
        const id = message.message_id;
        const mine = message.from?.id === this.person.id;
        if (!known.heard.has(id) && !first && !mine) {
          this.announce(message);
          rings ||= !message.silent && spoken(message);
        }
        known.heard.add(id);
        if (first || mine || key === this.chosen) known.read.add(id);
      }
      this.seen.set(name, known);
      this.unread += unreadIn(chat, known).length;
    }
    if (rings) this.ring();
  }

  announce(message) {
    this.live.append(el('p', {}, `${message.from?.first_name ?? ''}: ${plain(message, this.say)}`));
    while (this.live.childElementCount > 5) this.live.firstChild.remove();
  }

  ring() {
    this.node.classList.remove('ringing');
    void this.node.offsetWidth; // restarts the animation
    this.node.classList.add('ringing');
    this.node.dataset.rings = Number(this.node.dataset.rings ?? 0) + 1;
    clearTimeout(this.ringEnd);
    this.ringEnd = setTimeout(() => this.node.classList.remove('ringing'), RING_MS);
  }

  // Tabs and head

  showTabs() {
    const items = this.chats.map(({ key, chat }, at) => {
      const known = chat && this.seen.get(`${this.person.id}:${chat.id}`);
      const waiting = known && key !== this.chosen ? unreadIn(chat, known) : [];
      const label = key === 'private' ? this.say('private') : at === 1 ? this.say('shared') : chat.title;
      return { key, at, label, n: waiting.length, loud: waiting.some((one) => !one.silent), on: key === this.chosen };
    });
    this.tabs.setAttribute('aria-label', this.person.name);
    patch(this.tabs, [items, this.say('unread')], () => items.map((item) => el('button.tab', {
      type: 'button', role: 'tab', 'aria-selected': String(item.on), tabIndex: item.on ? 0 : -1, 'data-focus': item.key,
      'data-testid': item.at === 0 ? 'tab-private' : item.at === 1 ? 'tab-shared' : 'tab-older',
      onclick: () => this.choose(item.key),
    }, item.label, item.n > 0 && el(`span.badge${item.loud ? '' : '.soft'}`, { 'data-testid': 'unread', 'aria-label': `${item.n} ${this.say('unread')}` }, String(item.n)))));
  }

  choose(key) {
    this.chosen = key;
    this.tab = this.chats.find((one) => one.key === key);
    this.hear(false);
    this.refresh();
    this.onread?.();
  }

  tabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = this.chats.findIndex((one) => one.key === this.chosen);
    this.choose(this.chats[(at + step + this.chats.length) % this.chats.length].key);
    this.tabs.querySelector('[aria-selected="true"]').focus();
  }

  showHead({ key, chat }) {
    const { state, person, say } = this;
    const inside = chat?.members?.map((id) => (id === person.id ? say('you') : id === state.bot.id ? state.bot.name : personOf(state, id)?.name)).filter(Boolean) ?? [];
    const title = key === 'private' ? state.bot.name : chat?.title ?? say('shared');
    const under = key === 'private' ? say('bot') : inside.join(', ');
    this.panel.setAttribute('aria-label', title);
    patch(this.head, [key, title, under, say('menu'), chat?.bot_admin], () => {
      const menu = el('button.round', { type: 'button', 'data-testid': 'menu', 'aria-label': say('menu'), 'aria-haspopup': 'menu', 'aria-expanded': 'false',
        onclick: () => this.overlay.menu(menu, chatMenu(this.state, this.person, this.tab.chat, this)) }, icon('more'));
      const face = key === 'private' ? avatar({ is_bot: true }) : el('span.avatar.pair', { 'aria-hidden': 'true' }, icon('group'));
      return [face, el('div.titles', {}, el('h3', {}, title), el('p', {}, under)), menu];
    });
  }

  showEmpty({ key, chat }) {
    const unstarted = key === 'private' && !this.person.started && !chat?.messages.length;
    const nothing = !unstarted && !chat?.messages.length;
    this.empty.hidden = !unstarted && !nothing;
    this.list.node.hidden = !this.empty.hidden;
    const hello = this.person.bot_description || this.say('hello');
    patch(this.empty, [unstarted, nothing, hello, this.say('empty')], () => [
      unstarted && el('img', { src: '/page/icon.svg', alt: '', width: 84, height: 84 }),
      unstarted && el('h3', {}, this.state.bot.name),
      el('p', {}, unstarted ? hello : this.say('empty')),
    ]);
  }

  // The hands

  /** Do something as this person; true when it worked, a toast says why not. */
  async act(what, args = {}) {
    try {
      await api.act(this.person.id, what, args);
      return true;
    } catch (error) {
      this.overlay.toast(error.message, true);
      return false;
    }
  }

  async press(message, button, node) {
    if (button.copy_text) return this.copy(button.copy_text.text);
    if (button.url) return this.open(button.url);
    node.classList.add('waiting');
    node.setAttribute('aria-busy', 'true');
    setTimeout(() => this.rest(node), 5000);
    const tapped = await this.act('tap', { chat: this.tab.chat.id, message_id: message.message_id, data: button.callback_data ?? button.text });
    if (!tapped) this.rest(node);
  }

  rest(node) {
    node.classList.remove('waiting');
    node.removeAttribute('aria-busy');
  }

  /** The bot's answer to a press: a toast, an alert or a link. */
  answered({ text, alert, url }) {
    this.node.querySelectorAll('.waiting').forEach((node) => this.rest(node));
    if (url) this.open(url);
    else if (text && alert) this.overlay.alert(text, { name: this.state.bot.name, ok: this.say('ok') });
    else if (text) this.overlay.toast(text);
  }

  async copy(text) {
    await copyText(text);
    this.overlay.toast(this.say('copied'));
    this.pass(text, this);
  }

  async open(url) {
    const sent = shared(url);
    if (sent !== null) return this.pass(sent, this) || this.copy(sent);
    const link = botLink(url, this.state.bot.username);
    if (!link) return this.overlay.toast(this.say('opened', { url }));
    const group = this.tab.chat && this.tab.chat.type !== 'private' ? this.tab : this.chats[1];
    const done = await this.act('open_link', { url: link.url, ...(link.group && group?.chat ? { chat: group.chat.id } : {}) });
    if (done) this.choose(link.group ? group?.key ?? 'shared' : 'private');
  }

  /** The other person passed a text on; a link to the bot in it can be opened here. */
  receive(text, from) {
    const link = botLink(text, this.state.bot.username);
    if (!link || link.group) return false;
    const words = this.say('linkFrom', { name: from.person.name, bot: this.state.bot.name });
    this.overlay.card(words, this.say('open'), this.say('close'), () => this.open(link.url));
    return true;
  }

  command(words) {
    const group = this.tab.chat.type !== 'private';
    const text = group && !words.includes('@') ? `${words}@${this.state.bot.username}` : words;
    return this.act('say', { chat: this.tab.chat.id, text });
  }

  messageMenu(message, opener) {
    const own = message.from?.id === this.person.id || this.tab.key === 'private';
    this.overlay.menu(opener, [
      { testid: 'menu-reply', label: this.say('reply'), run: () => this.foot.replyTo(message) },
      { testid: 'menu-copy', label: this.say('copy'), run: () => this.copy(plain(message, this.say)) },
      own && { testid: 'menu-delete', label: this.say('remove'), danger: true, run: () => this.act('delete', { chat: this.tab.chat.id, message_id: message.message_id }) },
    ].filter(Boolean), 'middle');
  }
}

const unreadIn = (chat, known) => chat.messages.filter((one) => !known.read.has(one.message_id) && spoken(one));

/** The newest group is the shared chat, older ones follow under their own titles. */
function sharedTabs(groups) {
  const [first, ...older] = groups;
  return [{ key: 'shared', chat: first }, ...older.map((chat) => ({ key: `group${chat.id}`, chat }))];
}
