"""`fieldbook profile`: force IT signs a profile, and anybody sees whether it is still that."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.errors import CommandError
from desktop.commands.secrets import read_secret
from desktop.profile import read

if TYPE_CHECKING:
    from storage.keys.escrow import PrivateKey

NOT_SIGNED = 3
"""Exit code: the profile is right, but nobody has signed it."""


def add_parser(commands: Any) -> None:
    """Add `profile` to the parser's `commands`."""
    parser = commands.add_parser("profile", help="sign the force's profile, or check it")
    actions = parser.add_subparsers(metavar="action", required=True)
    sign = actions.add_parser(
        "sign", help="write FILE.sig beside a profile, or beside the list of devices"
    )
    sign.add_argument("profile", type=Path, metavar="FILE")
    _add_key(sign)
    sign.set_defaults(func=_sign)
    signer = actions.add_parser(
        "signer", help="write the file that says on laptops whose signature counts"
    )
    signer.add_argument("--out", type=Path, required=True, metavar="FILE")
    _add_key(signer)
    signer.set_defaults(func=_signer)
    check = actions.add_parser(
        "check",
        help="what is wrong with a profile, and who signed it",
        epilog="Exits 0 if it is right and signed, 3 if nobody signed it, 1 for anything else.",
    )
    check.add_argument("profile", type=Path, metavar="PROFILE")
    check.add_argument("--signer", type=Path, metavar="FILE", help="whose signature counts")
    check.add_argument("--json", action="store_true", help="print one JSON document")
    check.set_defaults(func=_check)


def _add_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--key", type=Path, required=True, metavar="KEY", help="the private key of force IT"
    )
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help="its passphrase (- for standard input)"
    )


def _key(options: argparse.Namespace) -> "PrivateKey":
    from storage.keys.escrow import PrivateKey

    text = options.key.read_text(encoding="utf-8", errors="replace")
    return PrivateKey.parse(text, read_secret(options.passphrase_file, "Passphrase of the key: "))


def _sign(options: argparse.Namespace) -> int:
    from desktop.profile.signing import sign, sign_list, signature_of
    from storage.disk.files import replace

    out = signature_of(options.profile)
    if _is_list(options.profile):
        replace(out, sign_list(options.profile, _key(options)).encode())
        print(f"{out}: signs {options.profile.name}.")
        return 0
    profile = read(options.profile)
    for path in profile.files():
        if not path.resolve().is_relative_to(options.profile.parent.resolve()):
            raise CommandError(f"Put {path.name} beside the profile: laptops keep both together.")
    replace(out, sign(profile, _key(options)).encode())
    count = len(profile.files())
    print(f"{out}: signs {options.profile.name} and {count} files that it names.")
    return 0


def _is_list(path: Path) -> bool:
    """Whether the file holds a list of devices."""
    from storage.errors import NotAKey
    from storage.tables.devices import read_list

    try:
        return bool(read_list(path.read_text(encoding="utf-8", errors="replace")))
    except NotAKey:
        return False


def _signer(options: argparse.Namespace) -> int:
    from desktop.profile.signing import signer_text
    from storage.disk.files import replace

    if options.out.exists():
        raise CommandError(f"{options.out} is there already.")
    replace(options.out, signer_text(_key(options)).encode())
    print(f"{options.out}: put it into the machine's configuration folder of each laptop.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from desktop.profile.signing import signature_of, signed_by, signer_in

    profile = read(options.profile)
    signer = signer_in(options.signer) if options.signer else ""
    is_signed = bool(signer) or signature_of(options.profile).exists()
    name = signed_by(profile, signer) if is_signed else ""
    if options.json:
        print(json.dumps({"profile": str(options.profile), "signed_by": name or None}))
    else:
        print(f"signed by {name}" if name else "right, but not signed")
    return 0 if name else NOT_SIGNED
