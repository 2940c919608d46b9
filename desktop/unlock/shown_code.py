"""A recovery code as it is shown, once, and asked back in part from what was written down."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.file_dialogs import save_file
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine, Field
from desktop.theme.frames import Card, line, row
from desktop.theme.labels import Label
from translations.interface import _

COLUMNS = 4
ASKED = (3, 6)
"""The groups, counted from one, that are asked back."""


class _Group(QLineEdit):
    """A field that a whole group in the one before leads to, and so does a Tab after it."""

    def __init__(self) -> None:
        super().__init__()
        self._led_here = False

    def lead_here(self) -> None:
        """Take the focus, before anybody has asked for it by Tab."""
        self._led_here = True
        self.setFocus()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Qt's hook: who types Tab after the group before is where that leads already."""
        led_here, self._led_here = self._led_here, False
        if onward and led_here and not self.text():
            return True
        return super().focusNextPrevChild(onward)


class ShownCode(QWidget):
    """The code in groups that can be copied by hand, read aloud, printed or saved to a stick."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        """Show `code`, groups of characters joined by hyphens."""
        super().__init__(parent)
        self.code, self._groups = code, code.split("-")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._code_card())
        print_button = Button(_("Print"), "quiet")
        print_button.clicked.connect(self._print)
        save_button = Button(_("Save to a stick"), "quiet")
        save_button.clicked.connect(self._save)
        column.addLayout(row(print_button, save_button, None))
        self._saving = ErrorLine()
        column.addWidget(self._saving)
        column.addWidget(line())
        self.answers = [_Group() for _group in ASKED]
        self._fields = [
            Field(_("Group {number}").format(number=number), answer)
            for number, answer in zip(ASKED, self.answers, strict=True)
        ]
        column.addWidget(Label(_("Type two of the groups from what you have written down.")))
        for answer, following in zip(self.answers, self.answers[1:], strict=False):
            answer.textEdited.connect(partial(self._go_on, following))
        for answer, field in zip(self.answers, self._fields, strict=True):
            answer.textEdited.connect(partial(_forgive, field))
        asked = row(*self._fields, None, spacing=16)
        for field in self._fields:  # an error under one leaves the other where it is
            asked.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        column.addLayout(asked)

    def _go_on(self, following: _Group, text: str) -> None:
        """A whole group leads to the next field by itself."""
        if len(text) == len(self._groups[0]):
            following.lead_here()

    def is_written_down(self) -> bool:
        """Whether both groups are right, read as unlocking reads them; says which is not."""
        from storage.keys.derivation import fold_code

        wrong = []
        for number, answer, field in zip(ASKED, self.answers, self._fields, strict=True):
            same = fold_code(answer.text()) == self._groups[number - 1]
            field.set_error("" if same else _("Not the same."))
            if not same:
                wrong.append(answer)
        for answer in wrong[:1]:
            answer.setFocus()
            answer.selectAll()
        return not wrong

    def save_to(self, file: Path) -> None:
        """Write the sheet to `file`; where that cannot be done, it is said."""
        try:
            file.write_text(self._sheet(), encoding="utf-8")
        except OSError:
            self._saving.show_error(_("Nothing could be written there. Write it down."), self)
        else:
            self._saving.show_error("", self)

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
        if path := save_file(self, "Fieldbook.txt", title=_("Save")):
            self.save_to(path)

    def _sheet(self) -> str:
        """The code as it is printed or saved; it does not say what it is for."""
        rows = [self._groups[i : i + COLUMNS] for i in range(0, len(self._groups), COLUMNS)]
        return "Fieldbook\n\n" + "\n".join("  ".join(groups) for groups in rows) + "\n"


def _forgive(field: Field, _text: str) -> None:
    """What is being mended is no longer called wrong."""
    field.set_error("")
