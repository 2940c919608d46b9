"""All of sending in one open notebook: its pages, its courier, and the ways between them."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal

from desktop.desk import Around
from desktop.operations import Operation
from desktop.pages.record import RecordPage
from desktop.pages.troubles import while_writing
from desktop.sending.bar import SendBar
from desktop.sending.check_page import CheckPage
from desktop.sending.courier import Courier
from desktop.sending.package import passages_of
from desktop.sending.page import SendPage
from desktop.sending.passing_on import REPORT, PassingOn, begun, logged, may_go
from desktop.sending.refused_profile import RefusedProfileNotice
from forms import UnknownForm
from storage import RecordId, Session, Version
from storage.chain.audit import Action
from translations.interface import _


class SendingRoom(QObject):
    """Made once for a notebook; its pages are built when they are first asked for."""

    told = Signal(str)
    """What the officer should know now."""
    record_chosen = Signal(str)
    """The record of this id shall be shown."""

    def __init__(self, around: Around) -> None:
        """Send from the vault what is written at the desk."""
        super().__init__(around.shell)
        self._vault, self._shelf, self._profile, self._language, shell, desk = around
        self._shell, self._desk = shell, desk
        self.courier = Courier(self._vault, self._profile, self)
        self.refused = RefusedProfileNotice(self._profile)

    @cached_property
    def page(self) -> SendPage:
        """What waits and what has left."""
        page = SendPage(self._vault, self._shelf, self._profile, self.courier)
        page.told.connect(self.told)
        page.record_chosen.connect(self.record_chosen)
        return page

    @cached_property
    def check(self) -> CheckPage:
        """Where a report is read before it leaves."""
        page = CheckPage(self._vault, self._shelf, self._profile, self._language)
        page.told.connect(self.told)
        page.amend_asked.connect(self._desk.amend)
        page.queued.connect(self._queued)
        return page

    @cached_property
    def bar(self) -> SendBar:
        """What stands at a record that may leave, or has left."""
        bar = SendBar(self._vault, self._profile)
        bar.send_asked.connect(self.show_check)
        bar.report_asked.connect(self._ask_what)
        self.courier.moved.connect(bar.look)
        return bar

    def follow(self, record: RecordPage) -> None:
        """Let what `record` shows be sent and passed on."""
        record.put_under_head(self.bar)
        record.opened.connect(self.bar.show_record)
        self._shell.turned.connect(self.bar.look)
        record.more_asked.connect(self.bar.offer)

    def show_check(self, record: str) -> None:
        """Check a report, before it can leave."""
        self._shell.go("leaving")
        self.check.open(record)

    def pass_on(self, version: Version) -> PassingOn:
        """The window that chooses what of a note is passed on; show it with `open`."""
        said = passages_of(version, self._shelf, self._language)
        window = PassingOn(self._shell, may_go(version.form, said))
        window.chosen.connect(lambda form, texts, why: self._pass_on(form, texts, why, version))
        return window

    def _ask_what(self, record: str) -> None:
        Operation(
            self, self._vault.query(lambda session: session.records.newest(RecordId(record)))
        ).on_success(self._open_choice).on_failure(
            lambda error: self.told.emit(str(while_writing(error)))
        ).start()

    def _open_choice(self, version: Version) -> None:
        try:
            self.pass_on(version).open()
        except UnknownForm:
            self.told.emit(_("This notebook does not have the form of this note."))

    def _pass_on(self, form: str, texts: list[str], reason: str, note: Version) -> None:
        """Nothing is taken over before the log knows that it is, and why."""
        words = logged(form, texts, reason)

        def work(session: Session) -> None:
            session.audit.append(
                Action.COMBINATION, record=note.record, version=note.number, reason=words
            )

        Operation(self, self._vault.perform(work)).on_success(
            lambda _nothing: self._begin(form, texts, note)
        ).on_failure(lambda error: self.told.emit(str(while_writing(error)))).start()

    def _begin(self, form: str, texts: list[str], note: Version) -> None:
        properties = self._profile.form_properties()
        content = begun(self._shelf, texts, self._language, properties, form)
        # Who told it is never linked with an intelligence report: the vault keeps the two apart.
        self._desk.begin(form, content, "" if form == REPORT else note.record)

    def _queued(self) -> None:
        self._shell.go("send")
        self.told.emit(_("Sealed. It leaves as soon as its destination can be reached."))
        self.courier.look()
