// Instants as a phone shows them, and the clock of the playground between two looks at the server.

const formats = new Map();

/** The locale of a phone: the 24-hour clock that the bot's own plain texts use. */
const locale = (language) => (chinese(language) ? 'zh-CN' : 'en-GB');

export const chinese = (language) => String(language || '').toLowerCase().startsWith('zh');

function format(language, zone, options) {
  const key = JSON.stringify([language, zone, options]);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale(language), { timeZone: zone, hourCycle: 'h23', ...options }));
  }
  return formats.get(key);
}

const two = '2-digit';
const LETTERS = {
  t: { hour: two, minute: two },
  T: { hour: two, minute: two, second: two },
  d: { day: two, month: two, year: two },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  w: { weekday: 'long' },
};

/** A date_time entity's text: letters as in the Bot API (`r`, or any of `w`, `d`/`D`, `t`/`T`). */
export function dateTime(unix, letters, { language, zone }, now) {
  if (letters === 'r') return relative(unix - now, language);
  const options = Object.assign({}, ...[...letters].map((letter) => LETTERS[letter] || {}));
  return format(language, zone, options).format(unix * 1000);
}

/** The whole instant, for a tooltip. */
export const full = (unix, { language, zone }) => dateTime(unix, 'wDT', { language, zone });

export const hourMinute = (unix, person) => dateTime(unix, 't', person);

/** A key that is the same for all instants of one local day, and the day's name. */
export function day(unix, { language, zone }) {
  return format(language, zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(unix * 1000);
}

export function shortDay(unix, { language, zone }) {
  return format(language, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(unix * 1000);
}

function relative(seconds, language) {
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(Math.round(seconds), 'second');
  if (size < 3600) return words.format(Math.round(seconds / 60), 'minute');
  if (size < 86400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86400), 'day');
}

/** The playground's clock: set by every look at the server, ticking on in between. */
export const clock = {
  base: 0,
  at: 0,
  set(unix) {
    this.base = unix;
    this.at = performance.now();
  },
  now() {
    return this.base + (performance.now() - this.at) / 1000;
  },
};

const COMMON = [
  'UTC', 'Europe/London', 'Europe/Berlin', 'Europe/Athens', 'Africa/Nairobi', 'Asia/Kolkata', 'Asia/Kathmandu',
  'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'America/Sao_Paulo', 'America/St_Johns',
  'America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu',
];

/** Time zones to choose from: the common ones, then all others that the browser knows. */
export function zones(current) {
  const all = Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [];
  const common = COMMON.includes(current) ? COMMON : [current, ...COMMON];
  return { common, others: all.filter((name) => !common.includes(name)) };
}
