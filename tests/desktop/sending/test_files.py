"""Which files leave: none of somebody who stays unnamed, and no original that has a copy."""

import io

import pytest

from desktop.definitions import FormShelf, library
from desktop.profile.model import Profile
from desktop.sending.package import prepare
from storage import RecordId, Vault
from storage.attachments.attaching import Addition
from tests.desktop.sending.test_other_reports import ANONYMOUS, CONCERN
from tests.desktop.sending.test_report import CLEAN, finalised, report

NUM = {"/data/direction": "number_check", "/data/text/exact_text": "07700 900123?"}


def attached(vault: Vault, record: RecordId, content: bytes, original: str = "") -> str:
    one = Addition(io.BytesIO(content), "photo.jpg", "image/jpeg", record, original=original)
    return vault.attach(one).result().id


def sizes(vault: Vault, force: Profile, record: RecordId) -> list[int]:
    """The sizes of the files that leave beside the PDF."""
    return [
        file.size for file in prepare(vault, FormShelf(library()), force, "en", record).files[1:]
    ]


def test_an_original_stays_where_a_copy_says_less_of_itself(vault: Vault, force: Profile) -> None:
    record = report(vault, CLEAN).record
    original = attached(vault, record, b"with its place")
    assert sizes(vault, force, record) == [14]
    attached(vault, record, b"without", original)
    attached(vault, record, b"another")
    assert sizes(vault, force, record) == [7, 7]


@pytest.mark.parametrize(
    ("form", "answers", "leave"),
    [
        ("concern_notification", CONCERN, 1),
        ("referral", ANONYMOUS | {"/data/way/co_operate": "yes"}, 1),
        ("referral", ANONYMOUS, 0),
        ("num_report", NUM, 0),
    ],
)
def test_files_of_who_stays_unnamed_stay(
    vault: Vault, force: Profile, form: str, answers: dict[str, str], leave: int
) -> None:
    record = finalised(vault, form, answers).record
    attached(vault, record, b"her face")
    assert len(sizes(vault, force, record)) == leave
