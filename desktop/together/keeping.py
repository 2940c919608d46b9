"""Before a safety plan is finalised: plainly what the notebook keeps of it, and what is erased."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop import safety_plan
from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from forms import Form, Line, read
from translations.interface import _, form_language

WIDTH = 560


class KeptPanel(FittingDialog):
    """Shows what stays; accepting it finalises."""

    def __init__(
        self,
        parent: QWidget,
        lines: Sequence[Line],
        *,
        agreed: bool,
        purges: bool,
        pocket: Callable[[], None],
    ) -> None:
        """Show `lines`, all that is kept.

        `agreed` says that it is the whole plan, `purges` that versions with her words go now.
        `pocket` opens the way to the pocket plan.
        """
        super().__init__(WIDTH, parent)
        title = _("The whole plan is kept, as she agreed") if agreed else _("Only this is kept")
        self.column.addWidget(Label(title, "heading"))
        if agreed:
            self.column.addWidget(
                Label(
                    _("She can take that back at any time; her words are purged then, all of them.")
                )
            )
        for each in [] if agreed else lines:
            self.column.addWidget(Label(f"{each.label}: {each.text}"))
        if not agreed and not lines:
            self.column.addWidget(Label(_("That there was a plan, and nothing about it.")))
        if not agreed:
            self.column.addWidget(self._erased(purges=purges))
        back = Button(_("Back"))
        back.clicked.connect(self.reject)
        on_paper = Button(_("Pocket plan …"))
        on_paper.clicked.connect(pocket)
        self.go_on = Button(_("Finalise"), "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        self.set_foot(row(back, None, on_paper, self.go_on))

    def _erased(self, *, purges: bool) -> Card:
        card = Card("amber")
        card.column.addWidget(
            Label(
                _(
                    "Everything else is erased now, her words with it, and cannot be brought back."
                    " If she wants them on paper, make the pocket plan first."
                )
            )
        )
        if purges:
            card.column.addWidget(
                Label(_("The versions that held her words are purged too, and a receipt stays."))
            )
        return card


def kept_panel(
    parent: QWidget, form: Form, content: bytes, before: bytes, pocket: Callable[[], None]
) -> KeptPanel:
    """The panel for what is kept of a safety plan: `content`, as `safety_plan.to_keep` gives it.

    `before` is the content of the version that is amended, empty for a new record.
    """
    agreed = safety_plan.is_agreed(content)
    return KeptPanel(
        parent,
        [
            line
            for line in read(form, content, form_language())
            if line.kind == "question" and line.text
        ],
        agreed=agreed,
        purges=bool(before) and not agreed and safety_plan.has_text(before),
        pocket=pocket,
    )
