"""A hand-over of every earlier version can still be taken in, whole."""

from pathlib import Path

import pytest

from storage.handover.taking import take_in
from storage.keys.escrow import PrivateKey
from tests.storage.helpers import Sample, ask

GOLDEN = Path(__file__).parents[1] / "fixtures" / "handovers"
KEY = PrivateKey.of("Sample", bytes(range(1, 33)))


@pytest.mark.parametrize("path", sorted(GOLDEN.iterdir()), ids=lambda path: path.stem)
def test_it_is_taken_in(blank: Sample, tmp_path: Path, path: Path) -> None:
    sample = blank.copy(tmp_path / "vault")
    vault = sample.open()
    taken = take_in(vault, path, force_key=KEY)
    assert (taken.versions, taken.attachments) == (3, 1)
    assert (taken.reason, taken.agreement) == ("she moved", "yes, on Friday")
    first, _second = taken.records
    kept = ask(vault, lambda s: s.records.versions(first))
    assert [version.summary for version in kept] == [
        "Sample note: Zoë asked for a lawyer.",
        "Sample note: Zoë asked for a solicitor.",
    ]
    assert [link.reason for link in ask(vault, lambda s: s.links.of(first))] == ["said so"]
    (photo,) = ask(vault, lambda s: s.attachments.of(first))
    with vault.read_attachment(photo.id) as reader:
        assert reader.read() == b"sample photo" * 9000
    vault.close()
    assert sample.check() == []
