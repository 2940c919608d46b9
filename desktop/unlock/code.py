"""The page that shows a new notebook's recovery code, once, and sees that it was written down."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QWidget

from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine, Field
from desktop.theme.frames import Card, line, row
from desktop.theme.labels import Label
from desktop.unlock.frame import Page
from translations.interface import _

WIDTH = 600
COLUMNS = 4
ASKED = (3, 6)
"""The groups, counted from one, that are asked back."""


class CodePage(Page):
    """The code in groups that can be copied by hand, read aloud, or printed."""

    kept = Signal()
    """The officer has shown that the code is written down."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        """Show `code`, groups of characters joined by hyphens."""
        super().__init__(_("Your recovery code"), WIDTH, parent)
        self._code = code
        self._groups = code.split("-")
        words = _(
            "If the passphrase is ever forgotten, this code opens the notebook. It is shown now "
            "and never again. Write it down, and keep it away from this laptop."
        )
        self.column.addWidget(Label(words))
        self.column.addWidget(self._code_card())
        print_button = Button(_("Print"), "quiet")
        print_button.clicked.connect(self._print)
        save_button = Button(_("Save to a stick"), "quiet")
        save_button.clicked.connect(self._save)
        self.column.addLayout(row(print_button, save_button, None))
        self._saving = ErrorLine()
        self.column.addWidget(self._saving)
        self.column.addWidget(line())
        self.answers = [QLineEdit() for _group in ASKED]
        self._fields = [
            Field(_("Group {number}").format(number=number), answer)
            for number, answer in zip(ASKED, self.answers, strict=True)
        ]
        self.column.addWidget(Label(_("Type two of the groups from what you have written down.")))
        asked = row(*self._fields, None, spacing=16)
        for field in self._fields:  # an error under one leaves the other where it is
            asked.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(asked)
        self.done_button = Button(_("Open the notebook"), "primary", big=True)
        self.done_button.clicked.connect(self._compare)
        self.answers[-1].returnPressed.connect(self._compare)
        self.column.addLayout(row(None, self.done_button))

    def enter(self) -> None:
        """The first answer has the focus."""
        self.answers[0].setFocus()

    def _code_card(self) -> Card:
        card = Card("soft")
        grid = QGridLayout()
        grid.setSpacing(12)
        for index, group in enumerate(self._groups):
            shown = Label(group, "title", wrap=False)
            shown.setAccessibleName(f"{index + 1}: {' '.join(group)}")
            number = Label(str(index + 1), "hint", wrap=False)
            grid.addLayout(row(number, shown, None, spacing=8), index // COLUMNS, index % COLUMNS)
        card.column.addLayout(grid)
        card.setAccessibleName(_("Recovery code"))
        return card

    def _compare(self) -> None:
        """Go on when both groups are right, read as unlocking reads them; say which is not."""
        from storage.keys import fold_code

        right = True
        for number, answer, field in zip(ASKED, self.answers, self._fields, strict=True):
            same = fold_code(answer.text()) == self._groups[number - 1]
            field.set_error("" if same else _("Not the same."))
            right = right and same
        if right:
            self.kept.emit()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            document.setPlainText(self._sheet())
            document.print_(printer)

    def _save(self) -> None:
        """Write the sheet where the officer says; it is theirs to keep it apart."""
        option = QFileDialog.Option.DontUseNativeDialog
        name, _kind = QFileDialog.getSaveFileName(self, _("Save"), "Fieldbook.txt", "", "", option)
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Write the sheet to `file`; where that cannot be done, it is said."""
        try:
            file.write_text(self._sheet(), encoding="utf-8")
        except OSError:
            self._saving.show_error(_("Nothing could be written there. Write it down."), self)
        else:
            self._saving.show_error("", self)

    def _sheet(self) -> str:
        """The code as it is printed or saved; it does not say what it is for."""
        rows = [self._groups[i : i + COLUMNS] for i in range(0, len(self._groups), COLUMNS)]
        return "Fieldbook\n\n" + "\n".join("  ".join(groups) for groups in rows) + "\n"
