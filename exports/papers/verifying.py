"""Checks an exported notebook: whole, chained, and signed by a device that the force knows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from exports.audit_log import Checked
from exports.envelope.verifying import Result
from exports.papers.notebook import check
from storage.tables.devices import Device, fingerprint


@dataclass(frozen=True, slots=True)
class NotebookVerdict:
    """What was found, with a sentence for people.

    Attributes:
        checked: the rows of the log that are proven, and every problem.
        device: who signed it, where the force knows them.
        produced: when it was written (ISO 8601 with offset); "" where that can't be told.
    """

    result: Result
    sentence: str
    checked: Checked
    device: Device | None = None
    produced: str = ""


def verify_notebook(pdf: bytes, proof: bytes, devices: Sequence[Device]) -> NotebookVerdict:
    """Check `pdf` by its `proof` against the `devices` that the force knows; needs no key."""
    checked = check(pdf, proof)
    if checked.problems:
        return NotebookVerdict(Result.ALTERED, " ".join(checked.problems), checked)
    public = bytes.fromhex(checked.device)
    try:
        produced = str(json.loads(proof)["log"]["produced"])
        day = datetime.fromisoformat(produced).astimezone(UTC).date()
    except (KeyError, ValueError, OverflowError):
        return NotebookVerdict(Result.ALTERED, "This proof does not say when it was made.", checked)
    who = fingerprint(public)
    known = [device for device in devices if device.public == public]
    if not known:
        sentence = f"This notebook is whole, but its device is not on the list: {who}."
        return NotebookVerdict(Result.UNKNOWN_DEVICE, sentence, checked, None, produced)
    allowed = [device for device in known if device.may_sign(day)]
    if not allowed:
        sentence = f"This notebook is whole, but on {day} its device was not enrolled: {who}."
        return NotebookVerdict(Result.NOT_ENROLLED_THEN, sentence, checked, known[0], produced)
    sentence = f"This notebook is as {allowed[0].name} has written it ({who})."
    return NotebookVerdict(Result.GENUINE, sentence, checked, allowed[0], produced)
