"""The language of a paper that she takes with her, and whether English stands on it too."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.checks import Check
from desktop.theme.choosers import Chooser
from desktop.theme.labels import Label
from translations.interface import _
from translations.languages import ENGLISH, LANGUAGES


class TongueChoice(QWidget):
    """A choice of the form's languages by their own names, and English beneath on request."""

    changed = Signal()

    def __init__(self, codes: Sequence[str], chosen: str) -> None:
        """Offer the languages of `codes`; `chosen` is hers, as far as it is known."""
        super().__init__()
        self._languages = Chooser()
        for each in LANGUAGES:
            if each.code in codes:
                own = each.name if each is ENGLISH else f"{each.name} · {each.english}"
                self._languages.addItem(own, each.code)
        self._english = Check(_("English beneath, smaller"))
        words = _("In which language?")
        label = Label(words, "label")
        label.setBuddy(self._languages)
        self._languages.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (label, self._languages, self._english):
            column.addWidget(part)
        self._languages.currentIndexChanged.connect(self._fit)
        self._languages.currentIndexChanged.connect(self.changed)
        self.choose(chosen)
        self._fit()

    @property
    def language(self) -> str:
        """The code of the chosen language."""
        return str(self._languages.currentData())

    @property
    def beside(self) -> str:
        """The second language's code; "" for none."""
        wanted = self._english.isChecked() and self.language != ENGLISH.code
        return ENGLISH.code if wanted else ""

    def choose(self, code: str, *, english: bool = False) -> None:
        """Choose a language, and whether English stands beneath."""
        self._languages.setCurrentIndex(max(self._languages.findData(code), 0))
        self._english.setChecked(english)

    def _fit(self) -> None:
        self._english.setVisible(self.language != ENGLISH.code)
