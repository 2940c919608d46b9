"""The way into a new note on another form than the usual one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.theme.buttons import Button
from forms import FormSummary
from translations.interface import _, form_language


class OtherForms(Button):
    """A button with a menu of forms; not there while it has none to offer."""

    chosen = Signal(str)
    """The form's id."""

    def __init__(self, *, big: bool = False, parent: QWidget | None = None) -> None:
        """Offer nothing yet; `big` where it stands beside big buttons."""
        super().__init__(_("Other form"), icon="chevron-down", big=big, parent=parent)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.hide()

    def offer(self, forms: Sequence[FormSummary]) -> None:
        """Offer `forms`, in their order."""
        self._menu.clear()
        for form in forms:
            words = form.title_in(form_language()).replace("&", "&&")
            self._menu.addAction(words).triggered.connect(
                lambda _checked=False, id=form.id: self.chosen.emit(id)
            )
        self.setVisible(bool(forms))


class Offering:
    """The buttons of several pages, which offer the same forms."""

    def __init__(self, forms: Callable[[], Sequence[FormSummary]]) -> None:
        """`forms` gives those that are offered at the moment."""
        self._forms = forms
        self._buttons: list[OtherForms] = []

    def add(self, button: OtherForms) -> None:
        """Let `button` offer them too."""
        self._buttons.append(button)
        button.offer(self._forms())

    def renew(self) -> None:
        """Other forms may be offered now."""
        for button in self._buttons:
            button.offer(self._forms())
