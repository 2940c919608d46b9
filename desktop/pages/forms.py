"""Forms: what can be written in this notebook, and the way in for a force's own forms."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.definitions import (
    Candidate,
    FormShelf,
    Standing,
    definition_of,
    examine,
    open_shelf,
    put_to_use,
)
from desktop.file_dialogs import open_file
from desktop.models.form_list import FormList
from desktop.operations import Operation, in_background
from desktop.pages.header import PageHeader
from desktop.pages.troubles import while_writing
from desktop.preview import FormPreview
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, line
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside, Flow
from desktop.theme.notices import EmptyState, Progress
from desktop.theme.rows import RowList
from forms import FormErrors
from storage import Definition, Session, Vault
from storage.errors import StorageError
from translations.interface import _, form_language

LIST_WIDTH = 372
FILES = "*.xlsx *.md *.csv *.xml"


class FormsPage(Page):
    """The forms in a list; to the right one of them as officers see it, or what is wrong with it.

    A form is taken in only when it has no error, and only when somebody has seen it and says so.
    """

    changed = Signal()
    """Other forms are in use than before."""
    told = Signal(str)
    """What the officer should know now."""

    def __init__(self, vault: Vault, shelf: FormShelf) -> None:
        """Show the forms of `shelf`, and keep new ones in `vault`."""
        super().__init__()
        self._vault = vault
        self._shelf = shelf
        self.candidate: Candidate | None = None
        self._shown: Standing | None = None
        self._built = False

    def came(self) -> None:
        """Show what the shelf holds; built when it is first needed."""
        if not self._built:
            self._built = True
            self._build()
        self.forms.show(self._shelf.standings())

    def import_file(self, path: Path) -> None:
        """Check the form in a file, then show it, or everything that is wrong with it."""
        self._busy.set_words(_("Checking {name}").format(name=path.name))
        self._right.setCurrentWidget(self._waiting)
        self._import.setEnabled(False)

        def work() -> Candidate | FormErrors:
            try:
                return examine(path, self._shelf)
            except FormErrors as errors:
                return errors

        in_background(self, work).on_success(self._examined).start()

    def use(self) -> None:
        """Write new notes with the form that is shown; one from a file is taken in by that."""
        if self.candidate is not None:
            self._accept(self.candidate)
            return
        assert self._shown is not None
        self._put(None, self._shown.summary.id, self._shown.summary.version)

    def stop(self) -> None:
        """Write no more new notes with the form that is shown; what was written stays readable."""
        assert self._shown is not None
        self._put(None, self._shown.summary.id, "")

    def _accept(self, found: Candidate) -> None:
        form = found.form
        self._put(definition_of(form, found.source, own=True), form.id, form.version)

    def _put(self, definition: Definition | None, form_id: str, version: str) -> None:
        def work(session: Session) -> tuple[list[Definition], dict[str, str]]:
            if definition is not None:
                session.definitions.keep(definition)
            put_to_use(form_id, version)(session)
            return open_shelf(session)

        for button in (self._use, self._stop):
            button.setEnabled(False)
        Operation(self, self._vault.perform(work)).on_success(self._learned).on_failure(
            self._refused
        ).start()

    def _learned(self, known: tuple[list[Definition], dict[str, str]]) -> None:
        shown = self.candidate.form if self.candidate else None
        key = (shown.id, shown.version) if shown else None
        if key is None and self._shown is not None:
            key = (self._shown.summary.id, self._shown.summary.version)
        self.candidate = None
        self._shelf.take(*known)
        self.forms.show(self._shelf.standings())
        self._mark(key)
        self.changed.emit()
        if self._shown is not None and self._shown.in_use:
            title = self._shown.summary.title_in(form_language())
            self.told.emit(_("In use from now on: {title}").format(title=title))

    def _refused(self, error: StorageError) -> None:
        self._enable()
        self._words.setText(str(while_writing(error)))

    def _mark(self, key: tuple[str, str] | None) -> None:
        """Choose the line of a form and version, which shows it."""
        found = self.forms.row_of(*key) if key else -1
        if found < 0:
            self._right.setCurrentWidget(self._empty)
            return
        self._view.selectionModel().setCurrentIndex(
            self.forms.index(found, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _examined(self, found: Candidate | FormErrors) -> None:
        self._import.setEnabled(True)
        self._view.clearSelection()
        self._view.setCurrentIndex(QModelIndex())
        if isinstance(found, FormErrors):
            self.candidate = None
            self._preview.show_errors(found)
            self._offer(
                _("Nothing was taken in. Mend what stands below in the file, and import it again.")
            )
        else:
            self.candidate = found
            self._preview.show_form(found.form, found.remarks)
            self._offer(_about(found, self._shelf), self._use)
        self._right.setCurrentWidget(self._detail)

    def _chosen(self, index: QModelIndex) -> None:
        standing = self.forms.standing(index)
        if standing is None:
            return
        self.candidate = None
        self._shown = standing
        self._preview.show_form(self._shelf.get(standing.summary.id, standing.summary.version))
        if not standing.own:
            words = _("Comes with Fieldbook. Try it here; nothing that you type is kept.")
            self._offer(words)
        elif standing.in_use:
            words = _("Imported from {name}. New notes are written with this version.")
            self._offer(words.format(name=standing.source), self._stop)
        else:
            words = _("Imported from {name}. It is kept for what was written with it.")
            self._offer(words.format(name=standing.source), self._use)
        self._right.setCurrentWidget(self._detail)

    def _offer(self, words: str, button: Button | None = None) -> None:
        """Say `words` above the form, with one of the two buttons, or none."""
        self._words.setText(words)
        for one in (self._use, self._stop):
            one.setVisible(one is button)
        self._enable()

    def _enable(self) -> None:
        for button in (self._use, self._stop):
            button.setEnabled(True)

    def _choose(self) -> None:
        if chosen := open_file(self, kinds=_("Forms ({files})").format(files=FILES)):
            self.import_file(chosen)

    def _build(self) -> None:
        self.forms = FormList(self)
        self._import = Button(_("Import a form"))
        self._import.clicked.connect(self._choose)
        self._view = RowList(_("Forms"))
        self._view.setModel(self.forms)
        self._view.selectionModel().currentChanged.connect(self._chosen)
        self._empty = EmptyState(
            "file-text",
            _(
                "Choose a form to try it here. Your force’s own forms are written in Excel and"
                " imported; every record stays readable in the version it was written with."
            ),
            _("Import a form"),
        )
        self._empty.button.clicked.connect(self._choose)
        self._busy = Progress("", can_cancel=False)
        self._waiting = _centred(self._busy)
        self._detail = self._lay_out_detail()
        self._right = QStackedWidget()
        for page in (self._empty, self._waiting, self._detail):
            self._right.addWidget(page)
        self._lay_out()

    def _lay_out_detail(self) -> QWidget:
        self._words = Label("")
        self._use = Button(_("Use for new notes"), "primary")
        self._use.clicked.connect(self.use)
        self._stop = Button(_("Stop using it"))
        self._stop.clicked.connect(self.stop)
        bar = Card("soft")
        bar.column.setContentsMargins(16, 8, 16, 8)
        buttons = QWidget()
        either = Flow(buttons)
        either.addWidget(self._use)
        either.addWidget(self._stop)
        told = Beside(spacing=12)
        told.addWidget(self._words)
        told.addWidget(buttons)
        bar.column.addLayout(told)
        self._preview = FormPreview()
        self._preview.tried.connect(self.told)
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(32, 24, 32, 0)
        column.setSpacing(16)
        column.addWidget(bar)
        column.addWidget(self._preview, 1)
        return detail

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setFixedWidth(LIST_WIDTH)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(PageHeader(_("Forms"), "", self._import))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._view, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(middle)
        outer.addWidget(line(upright=True))
        outer.addWidget(self._right, 1)


def _about(found: Candidate, shelf: FormShelf) -> str:
    """What taking a form in would mean."""
    if found.known:
        return _("This notebook has this very form already.")
    if shelf.shipped(found.form.id) is not None:
        return _(
            "No errors. It would take the place of Fieldbook’s own form in new notes; what was"
            " written before stays as it is."
        )
    return _("No errors. Look it through; then new notes can be written with it.")


def _centred(widget: QWidget) -> QWidget:
    """`widget` in the middle of its page."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(64, 0, 64, 0)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(1)
    return page
