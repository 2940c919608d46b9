"""The encrypted vault: keys, records, drafts, audit chain and search."""

from storage.attachments.attaching import Addition
from storage.attachments.sealed_files import Reader
from storage.checking.check import check
from storage.checking.examining import Finding
from storage.context import Identity, local_time
from storage.keys.derivation import Cost
from storage.rows import RecordId, RecordRow
from storage.session import Session
from storage.tables.attachments import Attachment
from storage.tables.definitions import Definition
from storage.tables.drafts import Draft
from storage.tables.links import Link
from storage.tables.records import Filled, Version, reference
from storage.tables.search import Order
from storage.vault.vault import Vault

__all__ = [
    "Addition",
    "Attachment",
    "Cost",
    "Definition",
    "Draft",
    "Filled",
    "Finding",
    "Identity",
    "Link",
    "Order",
    "Reader",
    "RecordId",
    "RecordRow",
    "Session",
    "Vault",
    "Version",
    "check",
    "local_time",
    "reference",
]
