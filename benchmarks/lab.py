"""The bench itself: starts and ends the measured processes, and asks the peer what arrived when."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any

_ROOT = Path(__file__).parent.parent


class Peer:
    """The local Bot API server, from outside."""

    def __init__(self) -> None:
        self._process = _python(["-m", "benchmarks.peer"], stderr=subprocess.DEVNULL)
        self.port = int(_line(self._process))
        self.root = f"http://127.0.0.1:{self.port}"

    def ask(self, what: str, **params: Any) -> Any:
        """A control call."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        try:
            connection.request("POST", f"/control/{what}", json.dumps(params))
            return json.loads(connection.getresponse().read())["result"]
        finally:
            connection.close()

    def reset(self, *, flood: bool = False) -> None:
        """Forget all calls and updates; `flood`: enforce Telegram's limits from now on."""
        self.ask("reset", flood=flood)

    def tap(self, couples: Iterable[int]) -> float:
        """Somebody in each of these couples taps ✋, all at this instant, which is returned."""
        return float(self.ask("tap", taps=[(chat_of(each), person_of(each)) for each in couples]))

    def wait(self, messages: int, *, couple: int | None = None, timeout: float = 60.0) -> bool:
        """Until so many messages were sent since the reset, in this couple's chat if one is named."""
        chat = chat_of(couple) if couple is not None else None
        return bool(self.ask("wait", messages=messages, chat=chat, timeout=timeout))

    def arrivals(self) -> "Arrivals":
        """What came in since the reset."""
        told = self.ask("calls")
        sends = [(at, chat, text) for at, method, chat, text in told["calls"] if method == "sendmessage"]
        return Arrivals(sends, dict(told["tapped"]), int(told["refused"]))

    def stop(self) -> None:
        """End the server."""
        _end(self._process)


@dataclass(frozen=True)
class Arrivals:
    """`sends`: (instant, chat, text) of each message. `tapped`: the instant of the last ✋ in each chat."""

    sends: Sequence[tuple[float, int, str]]
    tapped: dict[int, float]
    refused: int

    def waits(self) -> list[float]:
        """Seconds from each ✋ to the first message in its chat after it; infinite where none came."""
        first: dict[int, float] = {}
        for at, chat, _ in self.sends:
            if chat in self.tapped and at >= self.tapped[chat]:
                first.setdefault(chat, at)
        return [first.get(chat, float("inf")) - at for chat, at in self.tapped.items()]

    def last(self) -> float:
        """The instant of the last message."""
        return max(at for at, _, _ in self.sends)


class Stack:
    """One measured bot in a process of its own."""

    def __init__(self, kind: str, peer: Peer, folder: Path, *flags: str, ready: bool = True) -> None:
        """`kind`: see `launch`. `ready`: wait until it is up."""
        self._log = folder / f"{kind}.log"
        self.started = monotonic()
        with self._log.open("ab") as log:
            command = ["-m", "benchmarks.launch", kind, peer.root, str(folder), *flags]
            self.process = _python(command, stderr=log)
        if ready:
            self.wait_ready()

    def wait_ready(self) -> None:
        """Until it says that it is up."""
        line = _line(self.process)
        if line != "ready":
            raise RuntimeError(f"a stack did not start: {self._log.read_text()[-2000:]}")

    def blocked_ms(self) -> float:
        """For how long its event loop was blocked at most since the last time this was asked."""
        assert self.process.stdin is not None
        self.process.stdin.write("?\n")
        self.process.stdin.flush()
        return float(json.loads(_line(self.process))["blocked_ms"])

    def memory_mb(self) -> float:
        """Resident memory now."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        _reap(self.process)

    def stop(self) -> None:
        """End it."""
        _end(self.process)


@dataclass
class Figure:
    """One line of the results."""

    name: str
    ours: str
    plain: str
    ratio: str
    target: str
    verdict: str
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Scale:
    """How large and how often. Sizes are those of the targets unless `quick`."""

    quick: bool
    rounds: int

    def of(self, full: int, quick: int) -> int:
        """The size for this run."""
        return quick if self.quick else full


@dataclass(frozen=True)
class Bench:
    """What every figure gets."""

    peer: Peer
    folder: Path
    scale: Scale

    @contextlib.contextmanager
    def fresh(self, base: Path | None = None) -> Iterator[Path]:
        """A folder for one round, a copy of `base` if given; gone afterwards."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        try:
            if base is not None:
                shutil.copytree(base, folder, dirs_exist_ok=True)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @contextlib.contextmanager
    def stack(self, kind: str, folder: Path, *flags: str) -> Iterator[Stack]:
        """A running stack, ended afterwards."""
        stack = Stack(kind, self.peer, folder, *flags)
        try:
            yield stack
        finally:
            stack.stop()


def chat_of(couple: int) -> int:
    """The group chat of couple number so and so."""
    return -(10_000_000 + couple)


def person_of(couple: int, partner: int = 0) -> int:
    """The Telegram id of a partner."""
    return 20_000_000 + 2 * couple + partner


def poll_until(database: Path, query: str, wanted: int, timeout: float) -> float:
    """The instant at which a count in a database had reached `wanted`, to within 20 ms; infinite if never."""
    until = monotonic() + timeout
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        while monotonic() < until:
            if connection.execute(query).fetchone()[0] >= wanted:
                return monotonic()
            sleep(0.02)
    return float("inf")


def median(values: Iterable[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def quantile(values: Iterable[float], share: float) -> float:
    """The value that this share of them does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(values: Sequence[float], unit: str = "ms", digits: int = 1) -> str:
    """The median with the lowest and the highest."""
    return f"{median(values):.{digits}f} {unit} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def met(holds: bool) -> str:
    """A verdict."""
    return "met" if holds else "**missed**"


def _python(command: list[str], stderr: Any) -> "subprocess.Popen[str]":
    env = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TZ")}
    env["PYTHONPATH"] = str(_ROOT)
    return subprocess.Popen(
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        env=env,
        cwd=_ROOT,
    )


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _end(process: "subprocess.Popen[str]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            process.kill()
    _reap(process)


def _reap(process: "subprocess.Popen[str]") -> None:
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
