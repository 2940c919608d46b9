"""Puts the subcommands together."""

import argparse

from desktop.commands import cards, catalog, demo, export, forms, handover, vault


def parser() -> argparse.ArgumentParser:
    """The parser of every subcommand; each sets `func`, which takes the parsed options."""
    made = argparse.ArgumentParser(
        prog="fieldbook",
        description="Without a command, opens the notebook.",
        epilog="A passphrase comes from a prompt or a file, never from an argument.",
    )
    made.add_argument(
        "--profile", metavar="FILE", help="the force profile to open the notebook with"
    )
    commands = made.add_subparsers(metavar="command", required=True)
    for module in (demo, cards, catalog, forms, vault, export, handover):
        module.add_parser(commands)
    return made
