"""How a command asks for a passphrase, and who it says it works for."""

import argparse
import getpass
import platform
import sys
from pathlib import Path

from desktop import profile
from desktop.commands.errors import CommandError as CommandError
from storage import Identity


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take `--passphrase-file`."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="read the passphrase from the first line of FILE (- for standard input)",
    )


def passphrase(options: argparse.Namespace, *, new: bool = False) -> str:
    """The passphrase from the file that `options` name, or from a prompt (twice for a new one).

    Raises:
        CommandError: it is empty, or the two are not the same.
    """
    return read_secret(options.passphrase_file, "Passphrase: ", twice=new)


def read_secret(file: str | None, prompt: str, *, twice: bool = False) -> str:
    """The first line of `file` (`-`: the next line of standard input), or what somebody types.

    Raises:
        CommandError: it is empty, or the two that were typed are not the same.
    """
    if file == "-":
        text = sys.stdin.readline()
    elif file:
        text = Path(file).read_text(encoding="utf-8").partition("\n")[0]
    else:
        text = getpass.getpass(prompt)
        if twice and getpass.getpass("Once more: ") != text:
            raise CommandError("The two are not the same.")
    text = text.rstrip("\r\n")
    if not text:
        raise CommandError(f"Nothing was given for: {prompt.rstrip(': ').lower()}.")
    return text


def identity(found: profile.Profile) -> Identity:
    """Who works in a vault on this machine, as the profile and the system name them."""
    return Identity(found.officer, platform.node() or "unnamed device")
