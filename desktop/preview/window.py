"""The window of `fieldbook forms preview`: reloads the form whenever its file is saved."""

import signal
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop import preferences
from desktop.collecting import Collector
from desktop.operations import in_background
from desktop.preview.form_preview import FormPreview
from desktop.preview.watching import FileWatch
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.reaching import Reaching
from desktop.wearing import wear
from forms import Form, FormEngine, FormError, FormErrors, Problem, load
from translations.interface import _


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of reading the file: a form, or what is wrong with it."""

    form: Form | None = None
    errors: FormErrors | None = None


class PreviewWindow(Reaching, QWidget):
    """One form file, as officers would see it; what is typed stays in this window and is gone."""

    def __init__(self, path: Path, language: str = "") -> None:
        """Show the form in the file at `path`, in `language` if it has it."""
        super().__init__()
        self.setWindowTitle("Fieldbook")
        self.resize(1366, 768)
        self._path = path
        self._language = language
        self._turn = 0
        self.preview = FormPreview(beside=True)
        self.foot = Label(_("Reading the form …"), "hint", wrap=False)
        self.preview.tried.connect(self.foot.setText)
        self._watch = FileWatch(path, self)
        self._watch.saved.connect(self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 8)
        column.setSpacing(8)
        column.addWidget(self.preview, 1)
        column.addWidget(line())
        column.addWidget(self.foot)
        self.reload()

    def reload(self) -> None:
        """Read the file again; what was filled in stays where the form can still hold it."""
        self._turn += 1
        turn = self._turn
        in_background(self, lambda: _read(self._path)).on_success(
            lambda read: self._show(read, turn)
        ).start()

    def _show(self, read: _Read, turn: int) -> None:
        if turn != self._turn:
            return  # saved again meanwhile
        now = QTime.currentTime().toString("HH:mm:ss")
        if read.form is not None:
            self.preview.show_form(read.form, read.form.remarks, language=self._language, keep=True)
            self._language = ""  # from now on as chosen in the window
            told = _("Read at {time}. Save the file, and it is shown anew. Nothing typed is kept.")
        else:
            assert read.errors is not None
            self.preview.show_errors(read.errors)
            told = _("Read at {time}. Mend it and save the file, and it is shown anew.")
        self.foot.setText(told.format(time=now))


def _read(path: Path) -> _Read:
    try:
        form = load(path)
        FormEngine(form)
    except FormErrors as errors:
        return _Read(errors=errors)
    except FormError as error:  # it can be read, but not begun
        return _Read(errors=FormErrors(path.name, [Problem(str(error))]))
    return _Read(form)


def run(path: Path, language: str) -> int:
    """Show the window until it is closed; gives the exit code."""
    app = QApplication.instance() or QApplication(["fieldbook"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Fieldbook")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it
    wear(preferences.load())
    window = PreviewWindow(path, language)
    window.show()
    Collector(app)
    return app.exec()
