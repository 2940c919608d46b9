"""What a force's own form may carry: titles in each language, and lists from files beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms import Library, load

OWN = """
| survey | type | name | label::English (en) | label::Welsh (cy) |
|---|---|---|---|---|
| | text | said | What she said | Yr hyn a ddywedodd |

| settings | form_title | fb:title::Welsh (cy) | form_id | version | default_language |
|---|---|---|---|---|---|
| | Sample form | Ffurflen sampl | own_sample | 1 | English (en) |
"""


def test_a_title_in_another_language_is_read_from_its_column(tmp_path: Path) -> None:
    path = tmp_path / "own.md"
    path.write_text(OWN, encoding="utf-8")
    form = load(path)
    assert (form.title("en"), form.title("cy")) == ("Sample form", "Ffurflen sampl")


@pytest.mark.parametrize(("form_id", "welsh"), [("visit", "Ymweliad"), ("premises", "Safle")])
def test_the_librarys_titles_are_welsh_in_welsh(library: Library, form_id: str, welsh: str) -> None:
    assert library.get(form_id).title("cy") == welsh
