"""One transaction's view of the vault: its repositories, and where the vault stands afterwards."""

from storage.chain.anchor import Mark
from storage.chain.audit import Audit, head
from storage.context import Context, Identity, add_to_digest
from storage.outbox.outbox import Outbox
from storage.tables.attachments import Attachments
from storage.tables.definitions import Definitions
from storage.tables.devices import OwnDevice
from storage.tables.drafts import Drafts
from storage.tables.incoming import Incoming
from storage.tables.links import Links
from storage.tables.log_export import LogBook
from storage.tables.purging import Purging
from storage.tables.receipts import Receipts
from storage.tables.records import Records
from storage.tables.retention import Keeping
from storage.tables.search import Search
from storage.tables.settings import Settings
from storage.tables.ties import Ties
from storage.tables.timekeeping import Clockbook
from storage.tables.witness import Witnesses


class Session:
    """The repositories of one transaction; valid only while it lasts."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self.audit = Audit(context)
        self.search = Search(context)
        self.records = Records(context, self.audit, self.search)
        self.definitions = Definitions(context, self.audit)
        self.attachments = Attachments(context, self.audit)
        self.drafts = Drafts(context, self.audit, self.attachments)
        self.links = Links(context, self.audit)
        self.settings = Settings(context)
        self.ties = Ties(context, self.audit, self.links, self.settings)
        self.retention = Keeping(context, self.audit)
        self.purging = Purging(
            context,
            self.audit,
            self.search,
            self.records,
            self.drafts,
            self.links,
            self.ties,
            self.attachments,
            self.retention,
        )
        self.log = LogBook(context)
        self.clock = Clockbook(context, self.audit, self.settings)
        self.device = OwnDevice(context)
        self.incoming = Incoming(context, self.audit, self.search)
        self.outbox = Outbox(context, self.audit)
        self.receipts = Receipts(context, self.audit, self.outbox)
        self.witness = Witnesses(context, self.audit, self.settings)

    def have_files_swept(self) -> None:
        """What is deleted in this transaction must leave the files too, once it is durable."""
        self._context.residue = True

    @property
    def identity(self) -> Identity:
        """Who works in the vault, and on which device."""
        return self._context.identity

    def now(self) -> str:
        """The time now, as every row is given it."""
        return self._context.now()

    def count_write(self) -> Mark:
        """Count this transaction as one write, and say where the vault stands with it."""
        connection = self._context.connection
        writes, digest = connection.execute("SELECT writes, digest FROM state").fetchone()
        digest = add_to_digest(digest, self._context.moved)
        connection.execute("UPDATE state SET writes = ?, digest = ?", (writes + 1, digest))
        return Mark(writes + 1, *head(connection), digest)
