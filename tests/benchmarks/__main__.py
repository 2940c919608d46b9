"""Runs the benchmarks and prints their figures: `python -m tests.benchmarks [--json F] [NAME …]`.

Every module beside this one that has a `measure(runs)` is a set of benchmarks; it is run in a
process of its own if one of the NAMEs stands in its source, or if no NAME is given. A `measure`
that takes `only` is told the NAMEs.
"""

import argparse
import importlib
import inspect
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

RUNS = 5
Row = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="only these figures")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--module", help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = frozenset(" ".join(options.names).split())
    if options.module:
        options.json.write_text(json.dumps(measured(options.module, names)))
        return 0
    rows, failed = [], []
    for module in modules(names):
        new = run_apart(module, names)
        failed += [module] if new is None else []
        rows += [row for row in new or [] if not names or row["name"] in names]
    print(table(rows))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    unknown = names - {row["name"] for row in rows}
    for problem in (
        *(f"{module} failed" for module in failed),
        *(f"no {name}" for name in unknown),
    ):
        print(problem, file=sys.stderr)
    return 1 if failed or unknown else 0


def modules(names: frozenset[str]) -> list[str]:
    """The benchmark modules that measure one of `names`, or all."""
    sources = {path.stem: path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py")}
    return sorted(
        module
        for module, source in sources.items()
        if "\ndef measure(" in source and (not names or any(name in source for name in names))
    )


def run_apart(module: str, names: frozenset[str]) -> list[Row] | None:
    """The rows of a module, measured in a fresh process; None where that failed."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.json"
        command = [sys.executable, "-m", "tests.benchmarks", "--module", module, "--json", str(out)]
        if subprocess.run([*command, *sorted(names)], check=False).returncode:
            return None
        rows: list[Row] = json.loads(out.read_text())
        return rows


def measured(module: str, names: frozenset[str]) -> list[Row]:
    measure = importlib.import_module(f"tests.benchmarks.{module}").measure
    knows = "only" in inspect.signature(measure).parameters
    rows: list[Row] = measure(runs=RUNS, only=names) if knows else measure(runs=RUNS)
    return rows


def table(rows: list[Row]) -> str:
    """The figures as aligned lines."""
    head = ("name", "ours", "peer", "unit", "ratio", "runs", "peer is")
    lines = [head]
    for row in rows:
        figures = [row["ours"], row["peer"], row["ratio"]]
        ours, peer, ratio = ("–" if figure is None else f"{figure:.3f}" for figure in figures)
        line = (row["name"], ours, peer, row["unit"], ratio, str(row["runs"]), row["peer_name"])
        lines.append(line)
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main())
