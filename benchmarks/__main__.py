"""`python -m benchmarks [--quick] [figure …]`: measures, and writes benchmarks/RESULTS.md."""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path
from time import monotonic

from benchmarks import results
from benchmarks.lab import Bench, Peer, Scale

FIGURES = ("idle", "busy", "rush", "reminders", "start", "turn", "kills", "local_rules", "year")


def main() -> None:
    """Measure what was asked for, all figures unless told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("figures", nargs="*", choices=[*FIGURES, []], help="all of them unless named")
    parser.add_argument("--quick", action="store_true", help="small sizes, two rounds: shows that it runs")
    parser.add_argument("--rounds", type=int, help="5 unless told, of the figures that have rounds")
    asked = parser.parse_args()
    scale = Scale(asked.quick, asked.rounds or (2 if asked.quick else 5))
    names = asked.figures or FIGURES
    peer = Peer()
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for name in names:
                start = monotonic()
                module = importlib.import_module(f"benchmarks.{name}")
                figures = module.measure(Bench(peer, Path(folder), scale))
                results.keep(name, figures, scale, monotonic() - start)
                for figure in figures:
                    print(results.line(figure), flush=True)
                    for note in figure.notes:
                        print(f"    {note}", flush=True)
                print(f"  ({name}: {monotonic() - start:.0f} s)", file=sys.stderr, flush=True)
    finally:
        peer.stop()
    results.write(FIGURES)


if __name__ == "__main__":
    main()
