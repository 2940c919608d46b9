"""One share as it is shown, once: to be copied by hand, or saved to a stick."""

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.file_dialogs import save_file
from desktop.keys.sheets import write_share
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from translations.interface import _

_COLUMNS = 3


class ShownShare(QWidget):
    """One share, to be copied by hand or saved to a stick."""

    def __init__(self, words: str, number: int, threshold: int) -> None:
        """Show the `words` of share `number` of a set of which `threshold` open."""
        super().__init__()
        self.words, self._number, self._threshold = words, number, threshold
        card = Card("soft")
        card.setAccessibleName(_("The words of the share"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        listed = words.split()
        rows = -(-len(listed) // _COLUMNS)
        for place, word in enumerate(listed):
            shown = Label(word, "strong", wrap=False)
            shown.setAccessibleName(f"{place + 1}: {word}")
            mark = Label(str(place + 1), "hint", wrap=False)
            grid.addLayout(row(mark, shown, None, spacing=8), place % rows, place // rows)
        card.column.addLayout(grid)
        save = Button(_("Save to a stick"), "quiet")
        save.clicked.connect(self._save)
        self._trouble = ErrorLine()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        lines.addLayout(row(save, None))
        lines.addWidget(self._trouble)

    def save_to(self, path: Path) -> None:
        """Write the share to the new file `path`; where that can't be done, it is said."""
        try:
            write_share(path, self.words, self._number, self._threshold)
        except FileExistsError:
            self._say(_("There is a file of that name already. Choose another name."))
        except OSError:
            self._say(_("Nothing could be written there. Copy it by hand."))
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self._trouble.show_error(words, self)

    def _save(self) -> None:
        if path := save_file(self, f"share-{self._number}.txt"):
            self.save_to(path)
