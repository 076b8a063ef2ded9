"""A copy of one's data: how far it is, the file itself, and the limits, all in private."""

from collections.abc import Mapping
from typing import Any

from screens.screen import Archive, Draw, Reader, Screen
from screens.words import press, say
from storage.exports import ExportView
from storage.local_time import local

_STEPS = {
    "collecting": "export-collecting",
    "drawing": "export-drawing",
    "ready": "export-ready",
    "failed": "export-failed",
}


def panel(view: ExportView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Collecting, drawing, ready; for whom it is made alone."""
    if reader.person_id != view.person_id:
        return None
    return Screen(f"export.{view.step}", say(reader, _STEPS[view.step]))


def file(view: ExportView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The ZIP, with what is to be known about it below."""
    if view is None or reader.person_id != view.person_id:
        return None
    today = local(reader.now, reader.zone) if reader.zone else reader.now
    archive = Archive(
        export_id=view.id,
        person_id=view.person_id,
        language=reader.languages[0],
        zone=reader.zone,
        sorry=say(reader, "export-sorry"),
        name=f"backsoon-{today:%Y-%m-%d}",
    )
    text = say(reader, "export-file")
    return Screen("export.file", text, report=True, archive=archive, words_of=view.others)


def enough(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """There were enough today."""
    back = press(reader, "button-privacy", "help:privacy")
    return Screen("export.enough", say(reader, "export-enough"), ((back,),))


SCREENS: dict[str, Draw] = {"export.file": file, "export.enough": enough}
