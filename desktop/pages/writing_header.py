"""The head of the page on which a note is written: when it happened, and what can be done."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from desktop.directory.signposting import FORM
from desktop.pages.header import PageHeader
from desktop.theme.buttons import Button
from desktop.times import clock, moment, parse
from forms import FormEngine
from translations.interface import _


class WritingHeader(PageHeader):
    """The form's title, the times beneath it, and the buttons, Finalise last.

    Attributes:
        back: leads to the visit that this note belongs with; hidden until there is one.
        helps: asks who helps; only for the form that points somebody to others.
        menu: what is seldom wanted.
        finalise: makes a record of it.
    """

    def __init__(self, engine: FormEngine, amends: bool, more: Sequence[QPushButton]) -> None:
        """Stand over the questions of `engine`; `more` buttons stand between its own.

        Parameters:
            amends: whether it is the next version of a record.
        """
        helps = Button(_("Who helps"), keys="F8")
        back = Button(_("Visit"), icon="chevron-left")
        back.setAccessibleName(_("Back to the visit"))
        back.setToolTip(_("Back to the visit"))
        seldom = Button(_("More"), icon="chevron-down")
        finalise = Button(_("Finalise"), "primary", keys="Ctrl+Return")
        own = [helps] if engine.form.id == FORM else []
        super().__init__(
            engine.form.title(engine.language), "", back, *own, *more, seldom, finalise
        )
        self._engine, self._amends = engine, amends
        self.back, self.helps, self.finalise = back, helps, finalise
        self.back.hide()
        self.menu = QMenu(seldom)
        seldom.setMenu(self.menu)

    def show_times(self, started: str) -> None:
        """Say when it happened, and since when (`started`) it is being written."""
        happened = self._engine.event_time()
        known = parse(happened) is not None
        parts = [_("Happened {time}").format(time=moment(happened))] if known else []
        if started:
            parts.append(_("written from {time}").format(time=clock(started)))
        nothing = _("Nothing is changed yet.") if self._amends else _("Nothing is written yet.")
        self.show_subtitle(" · ".join(parts) or nothing)
