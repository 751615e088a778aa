"""Measures the budgets and writes their table into the README: `make bench`, or `python -m tests.benchmarks C1 U1`."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from tests.benchmarks.alone import each_alone, measure_file

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"
BEGIN, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"
HEAD = "| | What | Measured | Floor | Ratio | Budget | |\n| --- | --- | ---: | ---: | ---: | --- | --- |\n"
ORDER = "SCBXUG"


def main() -> int:
    wanted = frozenset(sys.argv[1:])
    names = sorted(file.stem for file in HERE.glob("bench_*.py"))
    found = each_alone(measure_file, [(name, wanted) for name in names])
    measured = [figure for of_file in found for figure in of_file]
    if not wanted:
        measured.sort(key=lambda figure: (ORDER.index(figure.id[0]), figure.id))
        text = README.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, offscreen."
        rows = "\n".join(figure.row() for figure in measured)
        README.write_text(f"{before}{BEGIN}\n{HEAD}{rows}\n\n{machine}\n{END}{rest.split(END)[1]}", encoding="utf-8")
    return 0 if all(figure.holds for figure in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
