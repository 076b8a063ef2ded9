// A message's text with its entities, as nodes. Offsets are UTF-16 units, as JavaScript counts too.
import { el } from './dom.js';
import { clock, dateTime, full } from './time.js';

export const HAN = /\p{Script=Han}/u;
export const LATIN = /\p{Script=Latin}/u;

const TAGS = {
  bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre',
  blockquote: 'blockquote', expandable_blockquote: 'blockquote', text_mention: 'span.mention', mention: 'span.mention',
  hashtag: 'span.tag', cashtag: 'span.tag',
};

/** The language that a text is set in, or undefined where its letters do not tell; with Chinese in it, Chinese. */
export const tongue = (text) => (HAN.test(text) ? 'zh' : LATIN.test(text) ? 'en' : undefined);

/** Nodes for `text`; `hands` has `person` (whose phone it is), `onLink(url)` and `onCommand(text)`. */
export function richText(text, entities, hands) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return part(text, 0, text.length, sorted, hands);
}

function part(text, start, end, entities, hands) {
  const nodes = [];
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const stop = Math.min(first.offset + first.length, end);
    if (first.offset < at || stop <= first.offset) {
      rest = others;
      continue;
    }
    nodes.push(...lines(text, at, first.offset));
    const inside = others.filter((one) => one.offset < stop);
    nodes.push(marked(first, text.slice(first.offset, stop), () => part(text, first.offset, stop, inside, hands), hands));
    rest = others.filter((one) => one.offset >= stop);
    at = stop;
  }
  nodes.push(...lines(text, at, end));
  return nodes;
}

/** A part of a text; where Chinese and English lines stand in one message, the English ones are marked as such. */
function lines(text, start, end) {
  if (!HAN.test(text)) return start < end ? [text.slice(start, end)] : [];
  const nodes = [];
  for (let at = start; at < end;) {
    const from = at ? text.lastIndexOf('\n', at - 1) + 1 : 0;
    const to = text.indexOf('\n', at) + 1 || text.length;
    const piece = text.slice(at, Math.min(to, end));
    nodes.push(tongue(text.slice(from, to)) === 'en' ? el('span', { lang: 'en' }, piece) : piece);
    at += piece.length;
  }
  return nodes;
}

function marked(entity, words, inner, hands) {
  switch (entity.type) {
    case 'date_time': return instant(entity, inner, hands.person);
    case 'text_link': return link(entity.url, inner(), hands);
    case 'url': return link(words, inner(), hands);
    case 'bot_command':
      return el('button.inline-link', { type: 'button', onclick: () => hands.onCommand(words) }, ...inner());
    case 'text_mention':
      return el(entity.user?.id === hands.person.id ? 'span.mention.me' : 'span.mention', {}, ...inner());
    case 'spoiler': return spoiler(inner());
    default: return el(TAGS[entity.type] || 'span', {}, ...inner());
  }
}

function instant(entity, inner, person) {
  const letters = entity.date_time_format || '';
  const unix = entity.unix_time;
  const node = el('time', { title: full(unix, person), dateTime: new Date(unix * 1000).toISOString() });
  if (!letters) node.append(...inner());
  else node.textContent = dateTime(unix, letters, person, clock.now());
  if (letters === 'r') node.dataset.relative = unix;
  return node;
}

function link(url, inner, hands) {
  return el('button.inline-link', { type: 'button', title: url, onclick: () => hands.onLink(url) }, ...inner);
}

function spoiler(inner) {
  const node = el('button.spoiler', { type: 'button', 'aria-pressed': 'false' }, ...inner);
  node.addEventListener('click', () => node.setAttribute('aria-pressed', 'true'));
  return node;
}

/** Relative times go on by themselves. */
export function refreshRelative(root, person) {
  for (const node of root.querySelectorAll('time[data-relative]')) {
    node.textContent = dateTime(Number(node.dataset.relative), 'r', person, clock.now());
  }
}
