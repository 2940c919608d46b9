"""`fieldbook vault recover`, `drill` and `escrow-key`: ways back into a vault, and a rehearsal."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.commands.handing_out import Told, show, tell
from desktop.commands.openings import (
    add_new_passphrase,
    add_openings,
    new_passphrase,
    opening,
    refuse_weak,
)
from desktop.commands.secrets import CommandError, read_secret
from desktop.commands.slots import opened

_FORCE_KEY_NAME = "Force key"


def add_actions(actions: Any) -> None:
    """Add the three to the `actions` of `vault`."""
    recover = actions.add_parser(
        "recover",
        help="open a vault without its passphrase, and give it a new one",
        description="Asks for the recovery code, unless told to use the force's key or shares.",
    )
    recover.add_argument("--reason", default="", metavar="WHY", help="why, for the vault's log")
    add_new_passphrase(recover)
    recover.set_defaults(func=_recover)
    drill = actions.add_parser(
        "drill",
        help="prove that recovery works, changing nothing",
        description="Asks for the recovery code, unless told to use the force's key or shares.",
    )
    drill.set_defaults(func=_drill)
    for action in (recover, drill):
        action.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
        action.add_argument("--json", action="store_true", help="print one JSON document")
        add_openings(action)
    _add_escrow_key(actions)


def _add_escrow_key(actions: Any) -> None:
    parser = actions.add_parser(
        "escrow-key", help="make a key pair for the force: NAME.pub and NAME.key"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="NAME", help="path of the pair")
    parser.add_argument(
        "--name", default=_FORCE_KEY_NAME, metavar="TEXT", help="what people see, such as a year"
    )
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help="a passphrase for NAME.key (- for standard input)"
    )
    parser.add_argument("--generate", action="store_true", help="throw six words for it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(func=_escrow_key)


def _recover(options: argparse.Namespace) -> int:
    """New passphrase in, all old ones out; the other slots stay."""
    from storage.keyring.key_slots import name_of, renew_passphrase

    with opened(options, "recovery code") as (vault, secret):
        text = new_passphrase(options)
        slots = renew_passphrase(vault, secret, text, options.reason)
    told: Told = {"passphrase": text} if options.generate else {}
    if not options.json:
        print(f"Recovered by {name_of(secret)}: the vault opens with the new passphrase alone,")
        print("and with what is listed here.")
    tell(options, slots, told)
    return 0


def _drill(options: argparse.Namespace) -> int:
    from storage.keyring.drill import drill
    from storage.keyring.key_slots import key_slots, name_of

    secret = opening(options, "recovery code")
    proof = drill(options.path, secret)
    slots = key_slots(proof.header)
    if options.json:
        said = {
            "opened_by": secret.kind,
            "records": proof.records,
            "problems": list(proof.problems),
            "slots": [asdict(slot) for slot in slots],
        }
        print(json.dumps(said, ensure_ascii=False))
        return 0
    print(f"Recovery works by {name_of(secret)}. The vault holds {proof.records} records.")
    print("Nothing was changed. Who can open it:")
    show(slots)
    for problem in proof.problems:
        print(f"Besides: {problem}")
    return 0


def _escrow_key(options: argparse.Namespace) -> int:
    from storage.keys.calibration import calibrate
    from storage.keys.escrow import PrivateKey

    public = options.out.with_name(options.out.name + ".pub")
    private = options.out.with_name(options.out.name + ".key")
    for path in (private, public):
        if path.exists():
            raise CommandError(f"{path} is there already; a key is never overwritten.")
    key = PrivateKey.new(options.name)
    secret = _passphrase_for_key(options)
    for path, text in ((private, key.text(secret, calibrate())), (public, key.public.text())):
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            path.chmod(0o600 if path is private else 0o644)
            file.write(text)
    if options.json:
        said = {"public": str(public), "private": str(private), "name": options.name}
        said["fingerprint"] = key.public.fingerprint
        print(json.dumps({**said, **({"passphrase": secret} if options.generate else {})}))
        return 0
    if options.generate:
        print(f"The key's passphrase, shown this once:\n\n    {secret}\n")
    print(f"{public}: give it to every laptop. Fingerprint {key.public.fingerprint}")
    print(f"{private}: keep it off all laptops, twice, apart from its passphrase.")
    print("Whoever has both opens every vault that is made with the public key.")
    return 0


def _passphrase_for_key(options: argparse.Namespace) -> str:
    if options.generate:
        from storage.keys.passphrases import generate

        return generate()
    text = read_secret(options.passphrase_file, "Passphrase for the force's key: ", twice=True)
    refuse_weak(text)
    return text
