"""Together: the cycle of two in one picture and in words, and what to agree on. Never who is right."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.pictures import other_theme, theme_of
from screens.screen import Draw, Picture, Reader, Screen
from screens.words import in_order, named, plain, press, say
from storage.share_views import Move, Round, TogetherView
from storage.views import PersonView

_MOVE = {
    Move.PURSUE: ("together-move-pursue", "together-words-pursue"),
    Move.WITHDRAW: ("together-move-withdraw", "together-words-withdraw"),
    Move.ATTACK: ("together-move-attack", "together-words-attack"),
    Move.FREEZE: ("together-move-freeze", "together-words-freeze"),
    Move.STEADY: ("together-move-steady", "together-words-steady"),
}
_BESIDES = {
    Move.PURSUE: "together-besides-pursue",
    Move.WITHDRAW: "together-besides-withdraw",
    Move.ATTACK: "together-besides-attack",
    Move.FREEZE: "together-besides-freeze",
}
# What it is, where it starts, how it is stopped there, what the two could agree on.
_ROUND = {
    Round.CHASE: ("together-chase", "together-start-chase", "together-stop-chase", "together-idea-chase"),
    Round.CLASH: ("together-clash", "together-start-clash", "together-stop-clash", "together-idea-clash"),
    Round.SILENCE: (
        "together-silence",
        "together-start-silence",
        "together-stop-silence",
        "together-idea-silence",
    ),
    Round.ONE: ("together-one", "together-start-one", "together-stop-one", "together-idea-one"),
    Round.CALM: ("together-calm", "together-start-calm", "together-stop-calm", "together-idea-calm"),
}
# For one of the two, and another for the other one where both have the same move.
_STOPS = {
    Move.PURSUE: ("together-stop-pursue", "together-stop-pursue-b"),
    Move.WITHDRAW: ("together-stop-withdraw", "together-stop-withdraw-b"),
    Move.ATTACK: ("together-stop-attack", "together-stop-attack-b"),
    Move.FREEZE: ("together-stop-freeze", "together-stop-freeze-b"),
    Move.STEADY: ("together-stop-steady", "together-stop-steady-b"),
}
_IDEAS = {
    Move.PURSUE: ("together-idea-pursue", "together-idea-pursue-b"),
    Move.WITHDRAW: ("together-idea-withdraw", "together-idea-withdraw-b"),
    Move.ATTACK: ("together-idea-attack", "together-idea-attack-b"),
    Move.FREEZE: ("together-idea-freeze", "together-idea-freeze-b"),
    Move.STEADY: ("together-idea-steady", "together-idea-steady-b"),
}

_Pairs = Mapping[Move, tuple[str, str]]


def needs(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`together.needs`: the same for everybody, whoever shares."""
    rows = ((press(reader, "button-share", "share:new"),),)
    return Screen("together.needs", say(reader, "together-needs"), rows)


def cycle(view: TogetherView | None, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`together.cycle`: the picture, and the same in words."""
    if view is None or view.reader_id != reader.person_id:
        return needs(None, reader, params)
    theme = theme_of(params)
    rows = (
        (
            other_theme(reader, theme, "together:show"),
            press(reader, "button-ideas", "together:ideas"),
        ),
    )
    picture = Picture("cycle", data(view, reader), theme, "together")
    return Screen("together.cycle", caption(view, reader), rows, picture=picture, words_of=_both(view))


def ideas(view: TogetherView | None, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`together.ideas`: three suggestions for an agreement."""
    if view is None or view.reader_id != reader.person_id:
        return needs(None, reader, params)
    _, _, _, first = _ROUND[view.cycle.round]
    keys = [first, *_each(view, _IDEAS)]
    text = join([say(reader, "together-ideas"), *(_numbered(reader, keys))], "\n")
    rows = ((press(reader, "button-cycle", "together:show"),),)
    return Screen("together.ideas", text, rows, words_of=_both(view))


def _both(view: TogetherView) -> tuple[int, ...]:
    return tuple(partner.id for partner in view.partners)


def data(view: TogetherView, reader: Reader) -> dict[str, Any]:
    """What the picture shows."""
    _, start, _, _ = _ROUND[view.cycle.round]
    moves = []
    for place, (_, move, _) in zip(("{first}", "{second}"), _sides(view), strict=True):
        does, words = _MOVE[move]
        moves.append({"name": place, "move": plain(reader, does), "words": plain(reader, words)})
    first, second = (named(person) for person, _, _ in _sides(view))
    return {
        "language": reader.languages[0],
        "title": plain(reader, "together-title"),
        "under": "",
        "names": {"first": [first, "1"], "second": [second, "2"]},
        "start": {"label": plain(reader, "together-start"), "text": plain(reader, start)},
        "moves": moves,
        "stops": {
            "title": plain(reader, "together-stops"),
            "items": [plain(reader, key) for key in _stop_keys(view)],
        },
        "sentence": plain(reader, "together-sentence"),
    }


def caption(view: TogetherView, reader: Reader) -> Rich:
    """The cycle in words."""
    what, start, _, _ = _ROUND[view.cycle.round]
    begins = plain(reader, "together-start"), plain(reader, start)
    parts = [
        say(reader, "together-heading", title=plain(reader, "together-title")),
        *(_tends(reader, *side) for side in _sides(view)),
        say(reader, what),
        say(reader, "together-begins", label=begins[0], text=begins[1]),
        say(reader, "together-heading", title=plain(reader, "together-stops")),
        *_numbered(reader, _stop_keys(view)),
        say(reader, "together-sentence"),
    ]
    return join(parts, "\n")


def _tends(reader: Reader, person: PersonView, move: Move, besides: Move | None) -> Rich:
    does, words = (plain(reader, key) for key in _MOVE[move])
    if besides is None:
        return say(reader, "together-tends", name=named(person), move=does, words=words)
    also = plain(reader, _BESIDES[besides])
    return say(reader, "together-tends-besides", name=named(person), move=does, words=words, besides=also)


def _sides(view: TogetherView) -> list[tuple[PersonView, Move, Move | None]]:
    """The two in the order of their names: neither stands first for what they do."""
    told = zip(view.partners, view.cycle.moves, view.cycle.besides, strict=True)
    by_id = {person.id: (person, move, besides) for person, move, besides in told}
    return [by_id[person.id] for person in in_order(view.partners)]


def _stop_keys(view: TogetherView) -> list[str]:
    _, _, at_start, _ = _ROUND[view.cycle.round]
    return [at_start, *_each(view, _STOPS)]


def _each(view: TogetherView, pairs: _Pairs) -> list[str]:
    (_, one, _), (_, other, _) = _sides(view)
    return [pairs[one][0], pairs[other][1 if one is other else 0]]


def _numbered(reader: Reader, keys: list[str]) -> list[Rich]:
    return [
        say(reader, "together-stop", number=number, text=plain(reader, key))
        for number, key in enumerate(keys, 1)
    ]


NEEDS_SCREENS: dict[str, Draw] = {"together.needs": needs}
SCREENS: dict[str, Draw] = {"together.cycle": cycle, "together.ideas": ideas}
