// The few requests that this page makes to its own server.

async function request(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
  });
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    answer = { error: text.slice(0, 200) };
  }
  if (!response.ok) throw new Error(answer.error || `The playground answered ${response.status}.`);
  return answer;
}

export const readState = () => request('GET', '/play/state');
export const act = (person, what, args = {}) => request('POST', '/play/act', { person, do: what, ...args });
export const advance = (seconds) => request('POST', '/play/clock', { advance: seconds });
export const addPerson = (name, language, zone) => request('POST', '/play/people', { name, language, zone });
export const settle = (person, change) => request('PATCH', `/play/people/${person}`, change);
export const fault = (wanted) => request('POST', '/play/faults', wanted);
export const clearFaults = () => request('DELETE', '/play/faults');

/** Call `changed` at once and after every change; `lost` while the server does not answer. */
export function follow(changed, lost) {
  const events = new EventSource('/play/events');
  events.addEventListener('open', changed);
  events.addEventListener('message', changed);
  events.addEventListener('error', () => {
    lost();
    if (events.readyState === EventSource.CLOSED) setTimeout(() => follow(changed, lost), 2000);
  });
}
