"""The couple panel with its one ✋, the keyboard that carries another, and the way out."""

from collections.abc import Mapping
from typing import Any

from screens.screen import Draw, Keyboard, Reader, Screen, Where
from screens.words import in_order, mentioned, named, pause_button, press, say
from storage.views import CoupleView

PAUSE_SIGN = "✋"


def panel(view: CoupleView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`couple:<id>`: text and exactly one button. None once ended: a chat must not tell before the leaver."""
    if view is None or view.ended:
        return None
    first, second = in_order(view.partners)
    if reader.where is Where.CROWD:
        text = say(reader, "couple-panel-crowd")
    elif reader.where is Where.PRIVATE:
        partner = second if first.id == reader.person_id else first
        text = say(reader, "couple-panel-private", name=named(partner))
    else:
        text = say(reader, "couple-panel", first=named(first), second=named(second))
    return Screen("couple", text, ((pause_button(reader),),))


def keyboard(view: CoupleView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Carries the persistent ✋; never edited."""
    if view is None or view.ended:
        return None
    wanting = [partner for partner in view.partners if partner.group_keyboard]
    if reader.where is not Where.SHARED or len(wanting) == len(view.partners):
        return Screen("couple.keyboard", say(reader, "couple-keyboard"), keyboard=Keyboard(((PAUSE_SIGN,),)))
    if not wanting:
        return None
    text = say(reader, "couple-keyboard-one", name=mentioned(wanting[0]))
    return Screen("couple.keyboard", text, keyboard=Keyboard(((PAUSE_SIGN,),), selective=True))


def unpair_ask(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """/unpair, private: asks once. `id`: the couple's."""
    couple = params["id"]
    unpair = press(reader, "button-unpair", f"unpair:{couple}:yes", style="danger")
    keep = press(reader, "button-keep", f"unpair:{couple}:no")
    return Screen("couple.unpair_ask", say(reader, "couple-unpair-ask"), ((unpair, keep),))


def unpaired(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To the leaver: done, and whether to tell now. `id`: the couple's."""
    tell = press(reader, "button-tell", f"unpair:{params['id']}:tell")
    return Screen("couple.unpaired", say(reader, "couple-unpaired"), ((tell,),))


def told(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To the one who was left, without a reason."""
    return Screen("couple.told", say(reader, "couple-told"))


def kept(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To whoever thought better of leaving."""
    return Screen("couple.kept", say(reader, "couple-kept"))


def frozen(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To whoever would change what belongs to a couple that is over."""
    return Screen("couple.frozen", say(reader, "couple-frozen"))


SCREENS: dict[str, Draw] = {
    "couple.keyboard": keyboard,
    "couple.unpair_ask": unpair_ask,
    "couple.unpaired": unpaired,
    "couple.told": told,
    "couple.kept": kept,
    "couple.frozen": frozen,
}
