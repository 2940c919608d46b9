"""`fieldbook handover`: records to another officer's vault or to the force, sealed, and back."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from desktop.commands.openings import add_openings, force_key
from desktop.commands.secrets import CommandError
from desktop.commands.slots import opened


def add_parser(commands: Any) -> None:
    """Add `handover` and its own subcommands to the parser's `commands`."""
    parser = commands.add_parser(
        "handover", help="records to another officer or the force, sealed; and take them in"
    )
    actions = parser.add_subparsers(metavar="action", required=True)
    key = actions.add_parser("key", help="this vault's key, to which others seal")
    key.add_argument("--out", type=Path, metavar="F", help="write it to a file")
    key.set_defaults(func=_key)
    make = actions.add_parser("make", help="seal records to a key; the log notes the disclosure")
    make.add_argument(
        "--record", action="append", required=True, metavar="ID", help="a record; repeatable"
    )
    make.add_argument(
        "--to", type=Path, required=True, metavar="KEY", help="whose it is to be: a key file"
    )
    make.add_argument("--reason", required=True, metavar="WHY", help="why, for both logs")
    make.add_argument(
        "--agreement",
        default="",
        metavar="WORDS",
        help="what the person said when she was asked, and when; needed for a person's record",
    )
    make.add_argument("--out", type=Path, required=True, metavar="F", help="the sealed file")
    make.set_defaults(func=_make)
    take = actions.add_parser("take", help="take a hand-over into a vault")
    take.add_argument("file", type=Path, metavar="FILE", help="the sealed file")
    take.add_argument("--receipt", type=Path, metavar="F", help="write the receipt to a file")
    take.add_argument("--sealed-to", type=Path, metavar="KEY", help="the force's private key")
    take.add_argument(
        "--sealed-to-passphrase-file", metavar="FILE", help="the passphrase of the force's key"
    )
    take.add_argument(
        "--devices", type=Path, metavar="F", help="the force's list: only these may have signed it"
    )
    take.set_defaults(func=_take)
    receipt = actions.add_parser("receipt", help="take in the receipt of a hand-over made here")
    receipt.add_argument("file", type=Path, metavar="FILE", help="the receipt")
    receipt.set_defaults(func=_receipt)
    for action in (key, make, take, receipt):
        action.add_argument(
            "--vault", dest="path", type=Path, required=True, metavar="PATH", help="the vault"
        )
        action.add_argument("--json", action="store_true", help="print one JSON document")
        add_openings(action)


def _key(options: argparse.Namespace) -> int:
    from storage.handover.keys import own_key, public_text

    with opened(options) as (vault, _secret):
        public = vault.perform(own_key).result().public
    text = public_text(public)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    if options.json:
        print(json.dumps({"name": public.name, "fingerprint": public.fingerprint, "key": text}))
        return 0
    print(text, end="")
    print(f"\nGive it to whoever hands over to you. Fingerprint: {public.fingerprint}")
    return 0


def _make(options: argparse.Namespace) -> int:
    from desktop.wishes import declined
    from storage import RecordId
    from storage.handover.giving import hand_over
    from storage.handover.keys import recipient

    if options.out.exists():
        raise CommandError(f"{options.out} is there already; a hand-over overwrites nothing.")
    to = recipient(options.to.read_text(encoding="utf-8", errors="replace"))
    records = [RecordId(record) for record in options.record]
    with opened(options) as (vault, _secret):
        if vault.query(lambda session: declined(session, records)).result():
            raise CommandError(
                "A person's record says that she does not want to be handed over. Ask her again,"
                " and amend her record first."
            )
        sent = hand_over(
            vault,
            records,
            to,
            options.out,
            reason=options.reason,
            agreement=options.agreement,
        )
    if options.json:
        said = {"handover": sent.id, "file": str(options.out), "records": len(sent.records)}
        print(json.dumps({**said, "recipient": sent.recipient, "fingerprint": sent.fingerprint}))
        return 0
    print(f"{options.out}: {len(sent.records)} records, sealed to {sent.recipient}.")
    print(f"Compare the fingerprint with them: {sent.fingerprint}")
    print("The records stay here. Purge them when the receipt has come back, if they are to go.")
    return 0


def _take(options: argparse.Namespace) -> int:
    from desktop.profile.trust import trusted_devices
    from storage.handover.taking import take_in

    force = None
    if options.sealed_to:
        named = argparse.Namespace(
            escrow_key=options.sealed_to,
            escrow_passphrase_file=options.sealed_to_passphrase_file,
        )
        force = force_key(named)
    devices = None
    if options.devices:
        devices = trusted_devices(options.devices)
    with opened(options) as (vault, _secret):
        taken = take_in(vault, options.file, force_key=force, devices=devices)
    if options.receipt:
        options.receipt.write_text(taken.receipt, encoding="utf-8")
    if options.json:
        said = {
            "handover": taken.id,
            "made": taken.made,
            "from": {"person": taken.person, "device": taken.device, "signer": taken.signer},
            "reason": taken.reason,
            "agreement": taken.agreement,
            "records": list(taken.records),
            "versions": taken.versions,
            "attachments": taken.attachments,
        }
        print(json.dumps(said, ensure_ascii=False))
        return 0
    print(f"{len(taken.records)} records from {taken.person} ({taken.device}): {taken.reason}")
    print(f"{taken.versions} versions and {taken.attachments} files were new here.")
    print(f"Signed by the device {taken.signer}, which", end=" ")
    print("the list knows." if options.devices else "is to be compared with the sender's.")
    if not options.receipt:
        print("Say --receipt F for the receipt that the sender waits for.", file=sys.stderr)
    return 0


def _receipt(options: argparse.Namespace) -> int:
    from storage.handover.giving import take_receipt

    text = options.file.read_text(encoding="utf-8", errors="replace")
    with opened(options) as (vault, _secret):
        sent = vault.perform(lambda session: take_receipt(session, text)).result()
    if options.json:
        records = [record for record, _version, _hash in sent.records]
        print(json.dumps({"handover": sent.id, "taken": sent.taken, "records": records}))
        return 0
    print(f"{sent.recipient} took in {len(sent.records)} records at {sent.taken}.")
    print("The log says so. They may be purged here now.")
    return 0
