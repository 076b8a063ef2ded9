// The playground's page: two phones, one clock. It draws what GET /play/state says and sends what people do.
// See README.md beside this file for the modules and for the selectors that browser tests rely on.
import * as api from './api.js';
import { ClockBar } from './clockbar.js';
import { Developer } from './developer.js';
import { el, icon, patch } from './dom.js';
import { Phone } from './phone.js';
import { Steps } from './steps.js';
import { clock } from './time.js';

const $ = (id) => document.getElementById(id);
const bar = new ClockBar($('clock'), (text) => notice(text));
const steps = new Steps($('steps'));
const developer = new Developer($('developer'), $('dev-toggle'));
const phones = [];
const answered = new Set();
let front = 0;
let state = null;
let reading = false;
let again = false;

function notice(text) {
  $('connection').textContent = text || '';
  $('connection').hidden = !text;
}

function addPhones() {
  for (const person of state.people.slice(0, 2)) {
    const phone = new Phone({ personId: person.id, pass, own: (id) => give(phone, id) });
    phone.onread = showSwitch;
    phones.push(phone);
    $('phones').append(phone.node);
  }
}

/** A text that one phone copied or shared reaches the other, if it holds a link to the bot. */
function pass(text, from) {
  return phones.filter((phone) => phone !== from).map((phone) => phone.receive(text, from)).some(Boolean);
}

/** Let somebody else hold a phone; whoever held it takes the other one, if they would be the same. */
function give(phone, id) {
  const other = phones.find((one) => one !== phone && one.personId === id);
  if (other) other.personId = phone.personId;
  phone.personId = id;
  draw();
}

/** On a narrow screen one phone is in front; this says which, and what waits on the other. */
function showSwitch() {
  $('phones').dataset.front = front;
  phones.forEach((phone, at) => phone.node.classList.toggle('front', at === front));
  const items = phones.map((phone, at) => ({ name: phone.person?.name, n: phone.unread, on: at === front }));
  patch($('switch'), items, () => items.map((item, at) => el('button', {
    type: 'button', 'aria-pressed': String(item.on), 'data-testid': `show-${item.name?.toLowerCase()}`, onclick: () => {
      front = at;
      showSwitch();
    },
  }, item.name ?? '', item.n > 0 && el('span.badge', { 'aria-label': `${item.n} unread` }, String(item.n)))));
}

function draw() {
  if (!phones.length) addPhones();
  for (const phone of phones) phone.update(state);
  bar.update(state);
  steps.update(state);
  developer.update(state);
  showSwitch();
}

function showAnswers(first) {
  for (const answer of state.answers) {
    if (answered.has(answer.id)) continue;
    answered.add(answer.id);
    if (!first) phones.find((phone) => phone.personId === answer.person)?.answered(answer);
  }
}

/** Read the state once more; changes that come meanwhile lead to one more look, not to many. */
async function refresh() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    const first = state === null;
    state = await api.readState();
    clock.set(state.now);
    draw();
    showAnswers(first);
    notice('');
    document.documentElement.dataset.version = state.version;
  } catch (error) {
    console.error(error);
    notice('The playground does not answer. Is it running?');
  } finally {
    reading = false;
  }
  if (again) {
    again = false;
    refresh();
  }
}

/** The button behind the scenes stands in the bar, on a narrow screen beside the switch. */
function placeToggle(narrow) {
  const toggle = $('dev-toggle');
  toggle.replaceChildren(...(narrow ? [icon('code')] : ['Behind the scenes']));
  (narrow ? $('narrow') : document.querySelector('.top')).append(toggle);
}

const narrow = window.matchMedia('(max-width: 759px)');
narrow.addEventListener('change', () => placeToggle(narrow.matches));
placeToggle(narrow.matches);

setInterval(() => {
  bar.tick();
  phones.forEach((phone) => phone.tick());
}, 500);

api.follow(refresh, () => notice('The playground does not answer. This page goes on as soon as it does.'));
