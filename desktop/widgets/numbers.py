"""Answers in whole and decimal numbers, with the reader's decimal sign and digits."""

import re
import unicodedata

from PySide6.QtCore import QLocale, Qt

from desktop.theme.buttons import Button
from desktop.widgets.typed import TypedAnswer
from translations.interface import _


class NumberAnswer(TypedAnswer):
    """A whole or decimal number."""

    def __init__(self, path: str, *, decimal: bool, grouped: bool = False) -> None:
        """`grouped` parts thousands when the field is left (appearance `thousands-sep`)."""
        super().__init__(path, 160)
        self._decimal = decimal
        self._grouped = grouped
        hints = Qt.InputMethodHint
        self.field.setInputMethodHints(
            hints.ImhFormattedNumbersOnly if decimal else hints.ImhDigitsOnly
        )

    def read(self, text: str) -> str | None:
        """The number in `text`."""
        return read_number(text, decimal=self._decimal)

    def shown(self, value: str) -> str:
        """`value` with the locale's signs."""
        plain = re.fullmatch(r"[-+]?\d+(\.\d+)?", value)
        return write_number(value, grouped=self._grouped) if plain else value

    def slip(self) -> str:
        """Says how to write a number."""
        if self._decimal:
            return _("This is not a number. Write it like {example}.").format(
                example=write_number("12.5")
            )
        return _("This is not a whole number. Write it in digits, like 12.")


class CounterAnswer(NumberAnswer):
    """A whole number to count with: one less, one more (appearance `counter`)."""

    def __init__(self, path: str) -> None:
        super().__init__(path, decimal=False)
        self._less = Button("", icon="minus")
        self._more = Button("", icon="plus")
        for button, by in ((self._less, -1), (self._more, 1)):
            button.clicked.connect(lambda _checked, by=by: self._step(by))
            self.add_aid(button)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of the buttons."""
        self._less.set_words(_("Less"))
        self._more.set_words(_("More"))

    def _step(self, by: int) -> None:
        value = self.read(self.field.text())
        self.field.setText(self.shown(str(int(value or "0") + by)))


def read_number(text: str, *, decimal: bool) -> str | None:
    """The number in `text` as XML Schema writes it; None where it is none or nothing.

    Any script's digits, spaces, the locale's thousands and decimal signs are understood; both
    "." and "," end the whole part where the locale doesn't part thousands with them.
    """
    locale = QLocale()
    plain = "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() else sign
        for sign in text.strip()
        if not sign.isspace()
    ).replace("−", "-")
    point, group = locale.decimalPoint(), locale.groupSeparator()
    if re.fullmatch(r"[-+]?\d{1,3}(" + re.escape(group) + r"\d{3})+(\D\d*)?", plain):
        plain = plain.replace(group, "")
    plain = plain.replace(point, ".").replace(",", ".")
    pattern = r"([-+]?)(\d+)(?:\.(\d*))?" if decimal else r"([-+]?)(\d{1,18})()"
    match = re.fullmatch(pattern, plain)
    if match is None:
        return None
    sign, whole, part = match[1].replace("+", ""), str(int(match[2])), match[3]
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def write_number(value: str, *, grouped: bool = False) -> str:
    """`value` (as XML Schema writes it) with the locale's decimal sign, thousands if `grouped`."""
    locale = QLocale()
    whole, dot, part = value.partition(".")
    if grouped and whole.lstrip("-").isdigit():
        whole = f"{int(whole):,}".replace(",", locale.groupSeparator())
    return whole + (locale.decimalPoint() + part if dot else "")
