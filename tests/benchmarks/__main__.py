"""Measures the budgets and writes their table into the README: `make bench`, or `python -m tests.benchmarks C1 U1`."""

from __future__ import annotations

import importlib
import os
import platform
import sys
from pathlib import Path

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
BEGIN, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"
HEAD = "| | What | Measured | Floor | Ratio | Budget | |\n| --- | --- | ---: | ---: | ---: | --- | --- |\n"


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = set(sys.argv[1:])
    figures = []
    for file in sorted(HERE.glob("bench_*.py")):
        module = importlib.import_module(f"tests.benchmarks.{file.stem}")
        if wanted and not wanted & set(module.IDS):
            continue
        for figure in module.measure():
            if not wanted or figure.id in wanted:
                print(figure.line(), flush=True)
                figures.append(figure)
    if not wanted:
        text = README.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, offscreen."
        rows = "\n".join(figure.row() for figure in figures)
        README.write_text(f"{before}{BEGIN}\n{HEAD}{rows}\n\n{machine}\n{END}{rest.split(END)[1]}", encoding="utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
