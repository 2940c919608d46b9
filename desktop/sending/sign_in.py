"""How the officer shows themselves to a server: name and password, or a token; kept sealed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.operations import Operation
from desktop.pages.troubles import while_writing
from desktop.sending.roads import Credentials, remember
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine, Field, TextField
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Label
from storage import Vault
from translations.interface import _

WIDTH = 480


class SignIn(FittingDialog):
    """Keeps in the vault what a destination wants to know; what was kept is never shown again."""

    kept = Signal()
    """It is sealed."""

    def __init__(self, parent: QWidget, vault: Vault, destination: str) -> None:
        """Ask for what `destination` wants to know."""
        super().__init__(WIDTH, parent)
        self._vault, self._destination = vault, destination
        self.user, self.password, self.token = TextField(), TextField(), TextField()
        for secret in (self.password, self.token):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        heading = _("Sign in to {destination}").format(destination=destination)
        self.column.addWidget(Label(heading, "heading"))
        self.column.addWidget(
            Label(_("It is sealed in this notebook, and sent to that server alone."), "muted")
        )
        hint = _("Of an app user (ODK Central), in place of name and password")
        for field in (
            Field(_("Name"), self.user),
            Field(_("Password"), self.password),
            Field(_("Token"), self.token, hint=hint),
        ):
            self.column.addSpacing(4)
            self.column.addWidget(field)
        self._trouble = ErrorLine()
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep = Button(_("Keep"), "primary")
        self.keep.clicked.connect(self._keep)
        self.set_foot(row(None, cancel, self.keep), self._trouble)

    def _keep(self) -> None:
        shown = Credentials(
            self.user.text().strip(), self.password.text(), self.token.text().strip()
        )
        name = self._destination
        work = self._vault.perform(lambda session: remember(session, name, shown))
        Operation(self, work).on_success(lambda _done: self._kept()).on_failure(
            lambda error: self._trouble.say(str(while_writing(error)))
        ).start()

    def _kept(self) -> None:
        self.kept.emit()
        self.accept()
