"""Puts the subcommands together."""

import argparse
import importlib

COMMANDS = (
    "demo",
    "cards",
    "catalog",
    "forms",
    "vault",
    "export",
    "handover",
    "audit",
    "person",
    "send",
    "receipt",
    "verify",
    "unseal",
    "publish",
    "device",
    "profile",
)
"""Each is a module beside this one that adds the command of its own name."""


def parser(command: str = "") -> argparse.ArgumentParser:
    """The parser of `command`, or of every subcommand; each sets `func`, which takes the options.

    Only the module that is asked for is loaded: cards are to be on the screen at once.
    """
    made = argparse.ArgumentParser(
        prog="fieldbook",
        description="Without a command, opens the notebook.",
        epilog="A passphrase comes from a prompt or a file, never from an argument.",
    )
    made.add_argument(
        "--profile", metavar="FILE", help="the force profile to open the notebook with"
    )
    made.add_argument("--version", action="store_true", help="print the version, alone")
    commands = made.add_subparsers(metavar="command", required=True)
    for name in [command] if command in COMMANDS else COMMANDS:
        importlib.import_module(f"desktop.commands.{name}").add_parser(commands)
    return made
