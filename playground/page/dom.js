// Building and patching the page. Text always goes in as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2.2 2.2 0 0 0 4 0',
  muted: 'M8 6.6A6 6 0 0 1 18 11v4M6 11v5l-1.5 2H17M10 20.5a2.2 2.2 0 0 0 4 0M4 4l16 16',
  menu: 'M5 7h14M5 12h14M5 17h14',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  reply: 'M10 6 4 12l6 6M4.5 12H14a6 6 0 0 1 6 6',
  slash: 'M14.5 5l-5 14M4.5 4.5h15v15h-15z',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  keys: 'M4 7h16v10H4zM8 10.5v.01M12 10.5v.01M16 10.5v.01M9 14h6',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M12 5v13M6 12.5l6 6 6-6',
  copy: 'M9 9h10v10H9zM15 5H5v10',
  link: 'M8 16 16 8M9.5 8H16v6.5',
  code: 'M8.5 8 4.5 12l4 4M15.5 8l4 4-4 4M13 6l-2 12',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.5l3 2',
  group: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.5 19a5.5 5.5 0 0 1 11 0M16 11.5a2.5 2.5 0 1 0 0-5M17 14.2a5 5 0 0 1 3.5 4.8',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h4',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
};

/** An element with properties, attributes (those with a dash, role and the like), listeners and children. */
export function el(name, props = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key in node && !key.includes('-')) node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A line drawing of 24 by 24, hidden from screen readers: the control around it carries the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** Rebuild the inside of `host` only when `key` changed, and give the focus back to the same control. */
export function patch(host, key, build) {
  const mark = JSON.stringify(key);
  if (host.dataset.mark === mark) return false;
  const focused = host.contains(document.activeElement) ? document.activeElement : null;
  const name = focused && (focused.dataset.focus || focused.dataset.testid);
  host.dataset.mark = mark;
  host.replaceChildren(...[build()].flat().filter(Boolean));
  if (name) {
    const same = [...host.querySelectorAll('[data-focus], [data-testid]')];
    same.find((one) => (one.dataset.focus || one.dataset.testid) === name)?.focus({ preventScroll: true });
  }
  return true;
}

/** Run `done` when the animation of a node has ended, or at once where there is none. */
export function afterAnimation(node, done) {
  const running = node.getAnimations ? node.getAnimations() : [];
  if (!running.length) return void done();
  Promise.allSettled(running.map((one) => one.finished)).then(done);
}

let made = 0;

/** An id that no other element of the page has. */
export function uniqueId(word) {
  made += 1;
  return `${word}-${made}`;
}
