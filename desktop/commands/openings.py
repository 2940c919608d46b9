"""How a command opens a vault: by passphrase, recovery code, force key, shares or security key."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.secrets import CommandError, read_secret
from desktop.strength import judge

if TYPE_CHECKING:  # a wrong usage needs no cryptography
    from storage.keys.escrow import PrivateKey, PublicKey
    from storage.keys.slots import Secret


def add_openings(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take whatever opens a vault; without any of it, the command asks."""
    group = parser.add_argument_group(
        "what opens the vault", "FILE may be - for the next line of standard input"
    )
    group.add_argument("--passphrase-file", metavar="FILE", help="the passphrase, on one line")
    group.add_argument("--recovery-code-file", metavar="FILE", help="the recovery code")
    group.add_argument("--escrow-key", type=Path, metavar="KEY", help="the force's private key")
    group.add_argument(
        "--escrow-passphrase-file", metavar="FILE", help="the passphrase of the force's key"
    )
    group.add_argument(
        "--share-file", action="append", default=[], metavar="FILE", help="one share; repeatable"
    )
    group.add_argument("--ask-shares", action="store_true", help="ask for the shares one by one")
    group.add_argument(
        "--with-security-key", action="store_true", help="the security key that is plugged in"
    )
    group.add_argument("--pin-file", metavar="FILE", help="the PIN of the security key")


def opening(options: argparse.Namespace, otherwise: str = "passphrase") -> "Secret":
    """What the options give to open the vault; where they give nothing, asks for `otherwise`.

    `otherwise` is `passphrase` or `recovery code`.

    Raises:
        CommandError: something is empty.
        StorageError: a key file is none, or its passphrase another.
    """
    from storage.keys.shares import Shares
    from storage.keys.slots import Passphrase, RecoveryCode

    if options.share_file or options.ask_shares:
        force = force_key(options) if options.escrow_key else None
        return Shares(_shares(options), force)
    if options.escrow_key:
        return force_key(options)
    if options.with_security_key:
        from desktop.commands.touching import ask_key

        return ask_key(options.path, options.pin_file)
    asks_code = otherwise == "recovery code" and not options.passphrase_file
    if options.recovery_code_file or asks_code:
        return RecoveryCode(read_secret(options.recovery_code_file, "Recovery code: "))
    return Passphrase(read_secret(options.passphrase_file, "Passphrase: "))


def force_key(options: argparse.Namespace) -> "PrivateKey":
    """The force's private key that `--escrow-key` names, opened by its own passphrase."""
    from storage.keys.escrow import PrivateKey

    text = options.escrow_key.read_text(encoding="utf-8", errors="replace")
    secret = read_secret(options.escrow_passphrase_file, "Passphrase of the force's key: ")
    return PrivateKey.parse(text, secret)


def public_key(path: Path) -> "PublicKey":
    """The force's public key in the file at `path`."""
    from storage.keys.escrow import PublicKey

    return PublicKey.parse(path.read_text(encoding="utf-8", errors="replace"))


def add_new_passphrase(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take a new passphrase."""
    parser.add_argument(
        "--new-passphrase-file", metavar="FILE", help="the new passphrase, on one line"
    )
    parser.add_argument(
        "--generate", action="store_true", help="throw six words for the new passphrase"
    )


def new_passphrase(options: argparse.Namespace) -> str:
    """A new passphrase: thrown, from a file, or asked for twice.

    Raises:
        CommandError: it would be guessed, and the sentence says so.
    """
    if options.generate:
        from storage.keys.passphrases import generate

        return generate()
    text = read_secret(options.new_passphrase_file, "New passphrase: ", twice=True)
    refuse_weak(text)
    return text


def refuse_weak(passphrase: str) -> None:
    """Refuse a passphrase that would be guessed.

    Raises:
        CommandError: the sentence says what is missing.
    """
    judged = judge(passphrase)
    if not judged.enough:
        raise CommandError(judged.words)


def _shares(options: argparse.Namespace) -> tuple[str, ...]:
    """The shares in files, and those typed one after another until an empty line."""
    words = [read_secret(file, "Share: ") for file in options.share_file]
    while options.ask_shares:
        try:
            words.append(read_secret(None, f"Share {len(words) + 1} (empty when done): "))
        except CommandError:
            break
    return tuple(words)
