"""Numbers are read with the reader's signs and stored as XML Schema writes them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from desktop.widgets.numbers import read_number, write_number

LOCALES = ["en_GB", "de_DE", "fr_FR", "cy_GB", "ar_EG"]


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en_GB", "1,250", "1250"),
        ("en_GB", "12.5", "12.5"),
        ("en_GB", "12,5", "12.5"),
        ("en_GB", " 007 ", "7"),
        ("en_GB", "−3", "-3"),
        ("de_DE", "1.250", "1250"),
        ("de_DE", "1.250,75", "1250.75"),
        ("de_DE", "12,5", "12.5"),
        ("ar_EG", "١٢", "12"),
    ],
)
def test_a_number_is_understood(locale: str, text: str, value: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert read_number(text, decimal=True) == value


@pytest.mark.parametrize("text", ["", "12a", "1.2.3", "-", "twelve", "1e5", "12.5"])
def test_what_is_no_whole_number_is_not_guessed(text: str) -> None:
    assert read_number(text, decimal=False) is None


@given(number=st.integers(-(10**12), 10**12), locale=st.sampled_from(LOCALES))
def test_a_whole_number_that_is_written_is_read_back(number: int, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    for grouped in (False, True):
        shown = write_number(str(number), grouped=grouped)
        assert read_number(shown, decimal=False) == str(number)


@given(number=st.decimals(-1000, 1000, places=2), locale=st.sampled_from(LOCALES))
def test_a_decimal_that_is_written_is_read_back(number: object, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    value = f"{number:.2f}".replace("-0.00", "0.00")
    assert float(read_number(write_number(value), decimal=True) or "nan") == float(value)
