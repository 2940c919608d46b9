"""What files say of themselves is read, and a copy without it shows the same and says nothing."""

import io
import random

import pikepdf
import pytest
from PIL import Image

from desktop.attachments.metadata import read
from desktop.attachments.stripping import STRIPPABLE, CannotStrip, without_metadata
from tests.unit.attachments.photos import FILES, SECRET, TURNED, jpeg


def told(data: bytes, media_type: str) -> dict[str, str]:
    return {fact.label: fact.text for fact in read(data, media_type)}


def test_a_photo_says_where_when_and_with_what() -> None:
    said = told(FILES["image/jpeg"], "image/jpeg")
    assert said["Where"] == "51.50750, -0.12500"
    assert said["When"] == "2026-11-20 21:14:02"
    assert said["Device"] == "Sample Camera 3"
    assert said["Author"] == SECRET
    assert said["Size"] == "96 x 64 pixels"


def test_what_can_lead_to_somebody_comes_first_and_is_marked() -> None:
    facts = read(FILES["image/jpeg"], "image/jpeg")
    assert [fact.label for fact in facts if fact.telling][:2] == ["Where", "When"]
    assert not next(fact for fact in facts if fact.label == "Size").telling


def test_a_paper_says_who_and_when() -> None:
    said = told(FILES["application/pdf"], "application/pdf")
    assert (said["Author"], said["Title"], said["Pages"]) == (SECRET, "Sample letter", "3")
    assert said["When"][:2] == "20"


@pytest.mark.parametrize("media_type", sorted(STRIPPABLE))
def test_a_copy_says_nothing(media_type: str) -> None:
    data = FILES[media_type]
    assert any(fact.telling for fact in read(data, media_type))
    copy = without_metadata(data, media_type)
    assert not any(fact.telling for fact in read(copy, media_type))
    for word in (SECRET, "Camera 3", "2026:11:20"):
        assert word.encode() not in copy
    assert without_metadata(copy, media_type) == copy or media_type == "application/pdf"


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp"])
def test_a_copy_shows_exactly_the_same(media_type: str) -> None:
    copy = without_metadata(FILES[media_type], media_type)
    with Image.open(io.BytesIO(FILES[media_type])) as one, Image.open(io.BytesIO(copy)) as other:
        assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_turned_photo_stays_turned(progressive: bool) -> None:
    copy = without_metadata(jpeg(TURNED, progressive=progressive), "image/jpeg")
    with Image.open(io.BytesIO(copy)) as image:
        assert dict(image.getexif()) == {0x0112: TURNED}
        image.load()


def test_a_copy_of_a_paper_has_the_same_pages() -> None:
    copy = without_metadata(FILES["application/pdf"], "application/pdf")
    with pikepdf.open(io.BytesIO(copy)) as paper:
        assert len(paper.pages) == 3
        assert b"page 2" in paper.pages[1].Contents.read_bytes()


@pytest.mark.parametrize("media_type", sorted(STRIPPABLE))
def test_damaged_files_end_in_a_clear_refusal_never_in_another_error(media_type: str) -> None:
    rng = random.Random(5)
    whole = FILES[media_type]
    for _ in range(150):
        data = bytearray(whole[: rng.randrange(len(whole))] if rng.random() < 0.3 else whole)
        for _flip in range(rng.randrange(1, 30)):
            if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
        read(bytes(data), media_type)
        try:
            without_metadata(bytes(data), media_type)
        except CannotStrip:
            continue


def test_what_is_not_known_is_not_copied() -> None:
    with pytest.raises(CannotStrip):
        without_metadata(b"film", "video/mp4")
    assert read(b"film", "video/mp4") == ()
