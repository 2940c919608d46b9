"""A vault with one record that shall be purged, for kills and full disks."""

import io
from pathlib import Path

from storage.attachments.attaching import Addition
from tests.storage.helpers import Sample, add, create, do, note

CANARY = "zebrafinchquintessence"


def vault_with_canary(folder: Path, notes: int) -> tuple[Sample, str]:
    """A closed vault of `notes` other records; gives it and the record with the canary."""
    vault, sample = create(folder)
    for first in range(0, notes, 50):
        texts = [f"sample note {first + each} " * 40 for each in range(min(50, notes - first))]
        do(vault, lambda s, t=texts: [s.records.add(note(text)) for text in t])
    one = add(vault, f"{CANARY} " * 60).record
    do(vault, lambda s: s.records.amend(one, 1, note(f"{CANARY} again " * 30), "added"))
    other = do(vault, lambda s: s.records.page(2))[1].id
    do(vault, lambda s: s.links.add(one, other, "met", CANARY))
    draft = do(vault, lambda s: s.drafts.open("encounter", "1", CANARY.encode() * 50, "", one, 2))
    do(vault, lambda s: s.drafts.save(draft.id, CANARY.encode() * 500, "", {}))
    file = Addition(io.BytesIO(CANARY.encode() * 5000), "sample.txt", "text/plain", record=one)
    vault.attach(file).result()
    vault.close()
    return sample, one
