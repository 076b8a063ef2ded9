// Links to the bot, and what one phone hands to the other.

/** The start or startgroup link of the bot inside a text, or null. */
export function botLink(text, username) {
  const found = String(text).match(/(?:https?:\/\/)?t\.me\/([A-Za-z0-9_]+)\?([^\s<>"”]*)/);
  if (!found || found[1].toLowerCase() !== String(username).toLowerCase()) return null;
  const query = new URLSearchParams(found[2]);
  if (!query.has('start') && !query.has('startgroup')) return null;
  return { url: found[0].startsWith('http') ? found[0] : `https://${found[0]}`, group: query.has('startgroup') };
}

/** What a share link (t.me/share/url) would send on, or null for any other link. */
export function shared(url) {
  try {
    const parsed = new URL(url.includes('://') ? url : `https://${url}`);
    if (parsed.hostname !== 't.me' || !parsed.pathname.startsWith('/share')) return null;
    return [parsed.searchParams.get('text'), parsed.searchParams.get('url')].filter(Boolean).join('\n');
  } catch {
    return null;
  }
}

/** Put a text on the clipboard, by the old way where the new one is not allowed. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    // No permission, or not a secure page: a selected text area still can be copied.
  }
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'off-screen';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  before?.focus?.();
}
