"""What helps: a person's own list, drawn for nobody but its author."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.calm import pause_of
from screens.screen import Button, Draw, Reader, Screen
from screens.words import label, press, say
from storage.comforts import MOST, ComfortsView

_Rows = tuple[tuple[Button, ...], ...]
_PER_ROW = 4


def own_list(view: ComfortsView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The list, small ideas, and ways on."""
    if not _is_theirs(view, reader):
        return None
    pause, items = pause_of(params), view.items if view else ()
    text = join([say(reader, "calm-list"), *_lines(items)], "\n") if items else say(reader, "calm-list-empty")
    change = [press(reader, "button-add", f"calm:{pause}:add")] if len(items) < MOST else []
    if items:
        change.append(press(reader, "button-remove", f"calm:{pause}:remove"))
    rows: _Rows = (
        (
            press(reader, "button-walk", f"calm:{pause}:walk"),
            press(reader, "button-water", f"calm:{pause}:water"),
            press(reader, "button-music", f"calm:{pause}:music"),
        ),
        (
            press(reader, "button-body-now", f"calm:{pause}:state"),
            press(reader, "button-leave-be", f"calm:{pause}:leave"),
        ),
        tuple(change),
        (press(reader, "button-back", f"calm:{pause}"),),
    )
    return Screen("calm.list", text, rows)


def remove(view: ComfortsView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The list with a button for each thing that can go."""
    if not _is_theirs(view, reader):
        return None
    pause, items = pause_of(params), view.items if view else ()
    if not items:
        return own_list(view, reader, params)
    text = join([say(reader, "calm-list-remove"), *_lines(items)], "\n")
    numbers = [
        Button(label(reader, "button-number", number=number), press=f"calm:{pause}:drop:{comfort_id}")
        for number, (comfort_id, _) in enumerate(items, 1)
    ]
    rows = [tuple(numbers[start : start + _PER_ROW]) for start in range(0, len(numbers), _PER_ROW)]
    return Screen("calm.remove", text, (*rows, (_back_to_list(reader, pause),)))


def add(view: ComfortsView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The question that the next typed words answer."""
    return _asked("calm.add", say(reader, "calm-add"), view, reader, params)


def too_long(view: ComfortsView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The same question, after too many words."""
    return _asked("calm.too_long", say(reader, "calm-too-long"), view, reader, params)


def full(view: ComfortsView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """There is no room for one more."""
    if not _is_theirs(view, reader):
        return None
    pause = pause_of(params)
    rows = ((press(reader, "button-remove", f"calm:{pause}:remove"), _back_to_list(reader, pause)),)
    return Screen("calm.full", say(reader, "calm-full"), rows)


def _asked(
    name: str, text: Rich, view: ComfortsView | None, reader: Reader, params: Mapping[str, Any]
) -> Screen | None:
    if not _is_theirs(view, reader):
        return None
    return Screen(name, text, ((_back_to_list(reader, pause_of(params)),),))


def _is_theirs(view: ComfortsView | None, reader: Reader) -> bool:
    return view is not None and view.reader_id == reader.person_id


def _lines(items: tuple[tuple[int, str], ...]) -> list[Rich]:
    return [Rich(f"{number}. {text}") for number, (_, text) in enumerate(items, 1)]


def _back_to_list(reader: Reader, pause: int) -> Button:
    return press(reader, "button-back", f"calm:{pause}:list")


SCREENS: dict[str, Draw] = {
    "calm.list": own_list,
    "calm.remove": remove,
    "calm.add": add,
    "calm.too_long": too_long,
    "calm.full": full,
}
