"""Checks every call against the Bot API's own schema (schema.json: names, types, requiredness)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, cast

from playground.errors import ApiError, bad
from playground.model import Json

_SCALARS = ("Integer", "Float", "Boolean", "String")


@cache
def load() -> Json:
    """The packaged schema: `methods` (name to parameters) and `types` (name to fields, subtypes)."""
    return cast("Json", json.loads((files("playground") / "schema.json").read_text("utf-8")))


def decode(method: str, raw: Json, uploads: frozenset[str]) -> Json:
    """Turn received parameters into typed ones.

    `raw` holds strings (a form or a query) or JSON values; `uploads` names the multipart files, each of
    which stands for the parameter of its name. Raises ApiError 404 for a
    method that the playground lacks, 400 for anything else that the schema does not have.
    """
    known = load()["methods"].get(method)
    if known is None:
        raise ApiError(404, "Not Found")
    for name in raw:
        if name not in known:
            raise bad(f'parameter "{name}" of {method} is unknown')
    params: Json = {}
    for name, spec in known.items():
        if name in raw and raw[name] is not None:
            params[name] = _parameter(name, raw[name], spec["types"])
        elif name in uploads and "InputFile" in spec["types"]:
            params[name] = f"attach://{name}"
        elif spec["required"]:
            raise bad(f'parameter "{name}" of {method} is required')
    return params


def _parameter(name: str, value: Any, types: list[str]) -> Any:
    if isinstance(value, str):
        return _from_text(name, value, types)
    if not any(_fits(value, wanted) for wanted in types):
        raise bad(f'parameter "{name}" must be {" or ".join(types)}')
    return value


def _from_text(name: str, value: str, types: list[str]) -> Any:
    for wanted in types:
        if wanted in ("String", "InputFile"):
            return value
        if wanted == "Boolean" and value.lower() in ("true", "false"):
            return value.lower() == "true"
        try:
            parsed = json.loads(value)
        except ValueError:
            continue
        if _fits(parsed, wanted):
            return parsed
    raise bad(f'parameter "{name}" must be {" or ".join(types)}')


def _fits(value: Any, wanted: str) -> bool:
    if wanted.startswith("Array of "):
        return isinstance(value, list) and all(_fits(item, wanted[9:]) for item in value)
    if wanted in _SCALARS or wanted == "InputFile":
        return _fits_scalar(value, wanted)
    return isinstance(value, dict) and _fits_type(value, wanted)


def _fits_scalar(value: Any, wanted: str) -> bool:
    if wanted == "Boolean":
        return isinstance(value, bool)
    if wanted in ("String", "InputFile"):
        return isinstance(value, str)
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (wanted == "Float" and isinstance(value, float))


def _fits_type(value: Json, wanted: str) -> bool:
    spec = load()["types"][wanted]
    if spec["subtypes"]:
        return any(_fits_type(value, subtype) for subtype in spec["subtypes"])
    fields = spec["fields"]
    if any(name not in fields for name in value):
        return False
    return all(
        any(_fits(value[name], option) for option in field["types"])
        if name in value
        else not field["required"]
        for name, field in fields.items()
    )
