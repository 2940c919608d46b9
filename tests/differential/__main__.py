"""Compares our form engine with ODK's on the forms that are named."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.differential.compare import Result, compare
from tests.differential.peer import Peer, missing


def main() -> int:
    """Prints a line a form and the share of equal nodes; 1 where it is below 99 %."""
    parser = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="XForms (.xml)")
    parser.add_argument("--steps", type=int, default=20, help="random steps for each form")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="show the differences")
    options = parser.parse_args()
    reason = missing()
    if reason:
        print(f"Not compared: {reason}.", file=sys.stderr)
        return 1
    results = []
    with Peer() as peer:
        for path in options.files:
            result = compare(path.resolve(), peer, options.steps, options.seed)
            results.append(result)
            _show(result, options.verbose)
    nodes = sum(result.nodes for result in results)
    equal = sum(result.equal for result in results)
    share = equal / nodes if nodes else 0.0
    both = sum(result.nodes > 0 for result in results)
    print(f"{both} forms loaded by both, {nodes} nodes compared, {share:.3%} equal")
    return 0 if share >= 0.99 else 1


def _show(result: Result, verbose: bool) -> None:
    if result.nodes:
        share = result.equal / result.nodes
        print(f"{result.name}: {result.nodes} nodes, {result.steps} steps, {share:.1%}", end="")
        print(f"; {result.note}" if result.note else "")
    else:
        print(f"{result.name}: {result.note}")
    if verbose:
        for text, count in result.differences.most_common(8):
            print(f"    {count} x {text[:230]}")


if __name__ == "__main__":
    sys.exit(main())
