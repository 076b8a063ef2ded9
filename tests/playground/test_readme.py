from __future__ import annotations

import re
from pathlib import Path

from playground.acts import ACTS
from playground.faults import KINDS
from playground.methods import METHODS

README = (Path(__file__).parents[2] / "playground" / "README.md").read_text("utf-8")


def test_the_readme_names_every_method_act_and_fault_and_no_other_method() -> None:
    code = set(re.findall(r"`([^`\n]+)`", README))
    assert {*METHODS, "getUpdates", *ACTS, *KINDS} <= code
    listed = README.split("Methods:")[1].split("\n- ")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == {*METHODS, "getUpdates"}
