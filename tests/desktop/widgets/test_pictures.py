"""Pictures beside questions and choices: drawn, named for who cannot see them, never too large."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from desktop.theme.checks import Radio
from desktop.widgets.pictures import BESIDE_LABEL, Picture, picture
from forms import FormEngine, load
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]
FORM = """| survey | type | name | label | media::image |
|---|---|---|---|---|
| | select_one way | way | Which way? | map.png |
| | text | said | Said | map.png |

| choices | list_name | name | label | media::image |
|---|---|---|---|---|
| | way | left | Left | map.png |
| | way | right | Right | |

| settings | form_id | version |
|---|---|---|
| | ways | 1 |
"""


def test_pictures_stand_beside_questions_and_choices(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "ways.md").write_text(FORM, encoding="utf-8")
    map_ = QImage(1200, 900, QImage.Format.Format_RGB32)
    map_.fill(QColor("teal"))
    assert map_.save(str(tmp_path / "map.png"))
    page = open_page(FormEngine(load(tmp_path / "ways.md")))
    question = page.question("/data/way")
    (shown,) = question.findChildren(Picture)
    assert shown.isVisible()
    assert shown.accessibleName() == "Picture: Which way?"
    assert shown.pixmap().deviceIndependentSize().height() <= BESIDE_LABEL.height()
    left, right = question.answer.parts()
    assert isinstance(left, Radio)
    assert left.height() > right.height() + 80 or _beside(left, right)
    page.question("/data/said").answer.give("words")
    assert page.question("/data/said").findChildren(Picture)[0].isVisible()


def test_a_picture_that_is_none_is_said_to_be_missing(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "ways.md").write_text(FORM, encoding="utf-8")
    (tmp_path / "map.png").write_bytes(b"no picture")
    page = open_page(FormEngine(load(tmp_path / "ways.md")))
    (shown,) = page.question("/data/said").findChildren(Picture)
    assert "map.png is missing" in shown.text()


def test_only_pictures_are_opened() -> None:
    assert picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", QSize(10, 10)) is None
    assert picture(b"", QSize(10, 10)) is None


def _beside(left: QWidget, right: QWidget) -> bool:
    """In one row both are as tall as the taller; the picture still needs its room."""
    return left.height() == right.height() and left.height() > 100
