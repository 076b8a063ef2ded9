"""Rules of the house that no other tool holds, read from the code itself."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "practices", "screens", "scheduler", "storage", "content", "playground")
Rule = Callable[[ast.Module], Iterator[str]]

WALL_CLOCK = {
    *(f"datetime.datetime.{name}" for name in ("now", "utcnow", "today")),
    "datetime.date.today",
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime")),
    "sqlalchemy.func.now",
    "sqlalchemy.func.current_timestamp",
}
FORBIDDEN_NAMES = {
    "Updater", "JobQueue", "Job", "BasePersistence", "PicklePersistence", "DictPersistence",
    "ConversationHandler", "BaseRateLimiter", "AIORateLimiter",
    "user_data", "chat_data", "job_queue", "persistence", "rate_limiter", "updater",
    "run_polling", "run_webhook", "start_polling", "start_webhook", "concurrent_updates",
}  # fmt: skip
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (HOUSE / folder).rglob("*.py"))


def broken(rule: Rule, paths: list[Path]) -> list[str]:
    return [f"{path.relative_to(HOUSE)}:{where}" for path in paths for where in rule(parsed(path))]


def imported(tree: ast.Module) -> dict[str, str]:
    """Local names and the full names that they stand for."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                names[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def full_name(node: ast.expr, names: dict[str, str]) -> str:
    """`datetime.datetime.now` for `dt.now`, where dt stands for datetime.datetime; else an empty string."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute) and (owner := full_name(node.value, names)):
        return f"{owner}.{node.attr}"
    return ""


def reads_the_wall_clock(tree: ast.Module) -> Iterator[str]:
    names = imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and full_name(node, names) in WALL_CLOCK:
            yield f"{node.lineno} reads the wall clock"


def speaks_sql_or_telegram(tree: ast.Module) -> Iterator[str]:
    for name in imported(tree).values():
        if name.partition(".")[0] in {"sqlalchemy", "aiosqlite", "sqlite3", "alembic", "telegram", "httpx"}:
            yield f" imports {name}"


def leans_on_forbidden_parts_of_telegram(tree: ast.Module) -> Iterator[str]:
    """Parts of python-telegram-bot that keep state, time or order of their own."""
    switched_off = {
        id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call) and only_none(node)
    }
    for name in imported(tree).values():
        if name.startswith("telegram.ext") and name.rpartition(".")[2] in FORBIDDEN_NAMES:
            yield f" imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_NAMES and id(node) not in switched_off:
            yield f"{node.lineno} uses .{node.attr}"
        if isinstance(node, ast.keyword) and node.arg == "block":
            yield f"{node.value.lineno} sets block"


def only_none(call: ast.Call) -> bool:
    """`.updater(None)` and its like switch a part off."""
    return not call.keywords and [getattr(argument, "value", ...) for argument in call.args] == [None]


def logs_more_than_a_fixed_event(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = node.func.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        if node.func.attr in LEVELS and re.fullmatch(r"_?log(ger)?", name, re.IGNORECASE):
            fixed = [isinstance(argument, ast.Constant) for argument in node.args]
            if fixed != [True]:
                yield f"{node.lineno} logs something other than one fixed event"


def sleeps(tree: ast.Module) -> Iterator[str]:
    names = imported(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        zero = len(node.args) == 1 and getattr(node.args[0], "value", None) == 0
        if full_name(node.func, names) in {"time.sleep", "asyncio.sleep", "anyio.sleep"} and not zero:
            yield f"{node.lineno} sleeps"
        if isinstance(node.func, ast.Attribute) and node.func.attr == "wait_for_timeout":
            yield f"{node.lineno} sleeps in the browser"


def leaves_something_unfinished(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            yield f"{node.lineno} is not implemented"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (reads_the_wall_clock, "from datetime import datetime as dt\nwhen = dt.now"),
        (reads_the_wall_clock, "import datetime\nwhen = datetime.date.today()"),
        (reads_the_wall_clock, "from time import time\nwhen = time()"),
        (speaks_sql_or_telegram, "def f():\n    from telegram import Update"),
        (speaks_sql_or_telegram, "import sqlalchemy.orm as orm"),
        (leans_on_forbidden_parts_of_telegram, "from telegram.ext import ConversationHandler"),
        (leans_on_forbidden_parts_of_telegram, "context.user_data['x'] = 1"),
        (leans_on_forbidden_parts_of_telegram, "builder.job_queue(JobQueue())"),
        (leans_on_forbidden_parts_of_telegram, "from telegram import ext\nx = ext.AIORateLimiter()"),
        (leans_on_forbidden_parts_of_telegram, "CommandHandler('p', pause, block=False)"),
        (logs_more_than_a_fixed_event, "log.info(f'hello {name}')"),
        (logs_more_than_a_fixed_event, "self._log.exception('hello %s', name)"),
        (sleeps, "from asyncio import sleep\nawait sleep(0.1)"),
        (sleeps, "import time\ntime.sleep(1)"),
        (sleeps, "page.wait_for_timeout(100)"),
        (leaves_something_unfinished, "raise NotImplementedError"),
    ],
)
def test_each_rule_notices_when_it_is_broken(rule: Rule, code: str) -> None:
    assert list(rule(ast.parse(code)))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (reads_the_wall_clock, "when = clock.now()"),
        (leans_on_forbidden_parts_of_telegram, "Application.builder().updater(None).job_queue(None)"),
        (logs_more_than_a_fixed_event, "log.info('pause called', pause=7)"),
        (sleeps, "import asyncio\nawait asyncio.sleep(0)"),
    ],
)
def test_what_keeps_the_rule_is_left_alone(rule: Rule, code: str) -> None:
    assert list(rule(ast.parse(code))) == []


def test_only_the_clock_reads_the_wall_clock() -> None:
    clock = HOUSE / "scheduler" / "clock.py"
    assert broken(reads_the_wall_clock, [clock]) != []
    assert broken(reads_the_wall_clock, [path for path in modules(*ROOMS) if path != clock]) == []


def test_practices_and_screens_speak_neither_sql_nor_telegram() -> None:
    assert broken(speaks_sql_or_telegram, modules("practices", "screens")) == []


def test_of_python_telegram_bot_nothing_is_used_that_keeps_state_or_time() -> None:
    assert broken(leans_on_forbidden_parts_of_telegram, modules(*ROOMS)) == []


def test_what_is_logged_is_a_fixed_event_with_fields() -> None:
    assert broken(logs_more_than_a_fixed_event, modules(*ROOMS)) == []


def test_nothing_is_left_unfinished() -> None:
    assert broken(leaves_something_unfinished, modules(*ROOMS)) == []
    words = re.compile("TO" + "DO|FIX" + "ME|XX" + "X")
    paths = modules(*ROOMS, "tests")
    assert [str(path.relative_to(HOUSE)) for path in paths if words.search(path.read_text("utf-8"))] == []


def test_no_test_sleeps() -> None:
    assert broken(sleeps, modules("tests")) == []


def test_every_room_is_under_the_import_rule() -> None:
    rule = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    # What is measured by hand is no room of the house.
    packages = {path.parent.name for path in HOUSE.glob("*/__init__.py")} - {"benchmarks"}
    assert packages == set(ROOMS) == set(rule["root_packages"])
    sources = {room for contract in rule["contracts"] for room in contract["source_modules"]}
    assert sources == set(ROOMS)
    for contract in rule["contracts"]:
        if contract["source_modules"] != ["bot"]:
            assert "bot" in contract["forbidden_modules"]


@pytest.mark.parametrize("name", ["run", "test", "audit"])
def test_a_pinned_list_names_versions_and_hashes_and_no_address(name: str) -> None:
    lines = (HOUSE / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
    pin = re.compile(r"[a-z0-9-]+==[0-9][\w.]*( ; [\w. '!=<>()]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not pin.fullmatch(line) and not digest.fullmatch(line)] == []


def test_what_tests_need_includes_what_running_needs_in_the_same_versions() -> None:
    run, test = (
        set(
            re.findall(
                r"^\S+==\S+", (HOUSE / "requirements" / f"{name}.txt").read_text("utf-8"), re.MULTILINE
            )
        )
        for name in ("run", "test")
    )
    assert len(run) > 10
    assert run < test


def test_no_file_names_the_host_of_a_registry() -> None:
    hosts = re.compile(
        r"\b(py" + r"pi\.(org|python)|pythonh" + r"osted|registry\.npm|deb\.deb" + r"ian)", re.IGNORECASE
    )
    folders = (*ROOMS, "tests", "docs", "requirements", ".ci", "benchmarks")
    files = [path for folder in folders for path in (HOUSE / folder).rglob("*")]
    files += [path for path in HOUSE.iterdir() if path.name != ".env"]
    texts = {".py", ".md", ".txt", ".toml", ".ftl", ".json", ".js", ".html", ".css", ""}
    named = [
        str(path.relative_to(HOUSE))
        for path in files
        if path.is_file() and path.suffix in texts and hosts.search(path.read_text("utf-8", errors="replace"))
    ]
    assert named == []
