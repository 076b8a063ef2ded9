// Above each phone: whose it is, its language and its time zone.
import * as api from './api.js';
import { el, icon, patch } from './dom.js';
import { chinese, zones } from './time.js';

export function settings(host, state, person, phone) {
  patch(host, [person.id, person.name, person.language, person.zone, state.people.map((one) => one.name)], () => [
    owner(state, person, phone),
    choice('language', `${person.name}'s language`, 'globe', languages(person), (language) => change(person, { language }, phone)),
    choice('zone', `${person.name}'s time zone`, 'clock', zoneOptions(person), (zone) => change(person, { zone }, phone)),
  ]);
}

function owner(state, person, phone) {
  if (state.people.length < 3) return el('h2', {}, person.name);
  const options = state.people.map((one) => el('option', { value: String(one.id), selected: one.id === person.id }, one.name));
  return el('h2', {}, el('select.owner', { 'aria-label': 'Whose phone this is', 'data-testid': 'owner', onchange: (event) => phone.own(Number(event.target.value)) }, options));
}

function choice(testid, label, sign, options, chosen) {
  return el('label.choice', {}, icon(sign), el('span.unseen', {}, label),
    el('select', { 'data-testid': testid, onchange: (event) => chosen(event.target.value) }, options));
}

function languages(person) {
  const zh = chinese(person.language);
  const current = (own, usual) => (own ? person.language : usual);
  return [
    el('option', { value: current(!zh, 'en'), selected: !zh }, 'English'),
    el('option', { value: current(zh, 'zh-hans'), selected: zh }, '简体中文'),
  ];
}

function zoneOptions(person) {
  const { common, others } = zones(person.zone);
  const option = (name) => el('option', { value: name, selected: name === person.zone }, name.split('/').pop().replaceAll('_', ' '));
  return [...common.map(option), others.length > 0 && el('optgroup', { label: 'All' }, others.map(option))].filter(Boolean);
}

async function change(person, wanted, phone) {
  try {
    await api.settle(person.id, wanted);
  } catch (error) {
    phone.overlay.toast(error.message, true);
  }
}
