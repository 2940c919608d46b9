"""The page to choose a notebook by its neutral name, to find one in a folder, or to begin one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.file_dialogs import open_folder
from desktop.sample.place import is_sample
from desktop.theme.buttons import Button
from desktop.theme.frames import line, row
from desktop.theme.labels import Label
from desktop.unlock.frame import Page
from desktop.unlock.notebooks import Notebook, Notebooks
from translations.interface import _

WIDTH = 560


class ChoosingPage(Page):
    """All notebooks that are known here; each is its officer's alone."""

    chosen = Signal(object)
    """A `Notebook` to open."""
    new_asked = Signal()
    restore_asked = Signal()
    sample_asked = Signal()
    """Somebody would like to play first."""

    def __init__(
        self, notebooks: Notebooks, current: Notebook | None, parent: QWidget | None = None
    ) -> None:
        """Show what `notebooks` knows; `current` is the way back."""
        known = notebooks.all()
        super().__init__(_("Notebooks") if known else "Fieldbook", WIDTH, parent)
        self._notebooks = notebooks
        self._first: Button | None = None
        if known:
            for notebook in known:
                self._add(notebook)
            self.column.addWidget(line())
        else:
            self.column.addWidget(Label(_("No notebook here yet"), "heading"))
            words = _(
                "A notebook keeps what you write, sealed with a passphrase that only you know."
            )
            self.column.addWidget(Label(words))
        make = Button(_("Make a notebook"), "secondary" if known else "primary", big=True)
        make.clicked.connect(self.new_asked)
        find = Button(_("Open one from a folder"), big=True)
        find.clicked.connect(self._find)
        self.column.addLayout(row(find, None, make))
        restore = Button(_("Restore a backup"), "link")
        restore.clicked.connect(self.restore_asked)
        play = Button(_("Try with sample data"), "link")
        play.clicked.connect(self.sample_asked)
        self.column.addLayout(row(restore, None, play))
        self._first = self._first or make
        if current:
            back = Button(_("Back to {name}").format(name=current.name), "link")
            back.clicked.connect(lambda: self.chosen.emit(current))
            self.set_foot(back)

    def enter(self) -> None:
        """The first way on has the focus."""
        if self._first:
            self._first.setFocus()

    def _add(self, notebook: Notebook) -> None:
        """One notebook: its name, where it lies, and what can be done with it."""
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(notebook.name, "strong"))
        column.addWidget(Label(str(notebook.folder), "hint"))
        take = Button(_("Open"))
        take.setAccessibleName(_("Open {name}").format(name=notebook.name))
        take.clicked.connect(lambda: self.chosen.emit(notebook))
        box = QWidget(self)
        if is_sample(notebook.folder):
            forget = self._deleting(notebook, box)
        else:
            forget = Button(_("Take off the list"), "quiet")
            forget.setAccessibleDescription(_("The notebook itself stays where it is."))
            forget.clicked.connect(lambda: self._forget(notebook, box))
        line_up = row(words, forget, take)
        line_up.setStretch(0, 1)
        box.setLayout(line_up)
        self.column.addWidget(box)
        self._first = self._first or take

    def _deleting(self, notebook: Notebook, box: QWidget) -> Button:
        """The notebook to play in can be deleted here: asked once more, for it destroys."""
        ask, sure = Button(_("Delete"), "quiet"), Button(_("Delete for good"), "danger", parent=box)
        ask.setAccessibleName(_("Delete {name}").format(name=notebook.name))
        sure.hide()

        def delete() -> None:
            from desktop.sample import notebook as sample

            try:
                sample.remove()
            except OSError:
                ask.set_words(_("It could not be deleted."))
                ask.show()
                sure.hide()
            else:
                self._forget(notebook, box)

        def make_sure() -> None:
            place = box.layout()
            assert place is not None
            place.replaceWidget(ask, sure)
            ask.hide()
            sure.show()
            sure.setFocus()

        ask.clicked.connect(make_sure)
        sure.clicked.connect(delete)
        return ask

    def _forget(self, notebook: Notebook, box: QWidget) -> None:
        self._notebooks.forget(notebook.folder)
        box.hide()

    def _find(self) -> None:
        folder = open_folder(self, Path.home(), title=_("The notebook’s folder"))
        if folder:
            self.chosen.emit(self._notebooks.named(folder))
