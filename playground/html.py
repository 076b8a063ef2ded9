"""parse_mode HTML: Telegram's few tags into entities."""

from __future__ import annotations

import re
from html import unescape

from playground.entities import utf16
from playground.errors import ApiError, bad
from playground.model import Json

_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre",
}  # fmt: skip


def parse(source: str) -> tuple[str, list[Json]]:
    """The plain text and the entities of an HTML text; ApiError 400 as Telegram words it."""
    text, entities = "", []
    opened: list[tuple[str, int, Json]] = []
    at = 0
    while at < len(source):
        if source[at] != "<":
            stop = source.find("<", at)
            stop = len(source) if stop < 0 else stop
            text += unescape(source[at:stop])
            at = stop
            continue
        match = _TAG.match(source, at)
        if match is None:
            raise _refused(source, at, "Unexpected character in the tag")
        name = match[2].lower()
        if not match[1]:
            opened.append((name, utf16(text), _entity(source, at, name, _attributes(match[3]))))
        elif not opened or opened[-1][0] != name:
            raise _refused(source, at, f'Unexpected end tag "{name}"')
        else:
            _, start, entity = opened.pop()
            if utf16(text) > start:
                entities.append({**entity, "offset": start, "length": utf16(text) - start})
        at = match.end()
    if opened:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    return text, entities


def _attributes(source: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(source)
    }


def _entity(source: str, at: int, name: str, attributes: dict[str, str]) -> Json:
    if name in _SIMPLE:
        return {"type": _SIMPLE[name]}
    if name == "span" and attributes.get("class") == "tg-spoiler":
        return {"type": "spoiler"}
    if name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if name == "a":
        return _link(attributes.get("href", ""))
    if name == "tg-time":
        return _time(source, at, attributes)
    raise _refused(source, at, f'Unsupported start tag "{name}"')


def _link(href: str) -> Json:
    mention = re.fullmatch(r"tg://user\?id=(\d+)", href)
    if mention:
        return {"type": "text_mention", "user": {"id": int(mention[1]), "is_bot": False, "first_name": ""}}
    return {"type": "text_link", "url": href}


def _time(source: str, at: int, attributes: dict[str, str]) -> Json:
    if not re.fullmatch(r"-?\d+", attributes.get("unix", "")):
        raise _refused(source, at, 'Tag "tg-time" must have a unix attribute')
    entity: Json = {"type": "date_time", "unix_time": int(attributes["unix"])}
    if attributes.get("format"):
        entity["date_time_format"] = attributes["format"]
    return entity


def _refused(source: str, at: int, what: str) -> ApiError:
    return bad(f"can't parse entities: {what} at byte offset {len(source[:at].encode())}")
