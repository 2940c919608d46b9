"""The encrypted vault: keys, records, drafts, audit chain and search."""

from storage.attaching import Addition
from storage.attachment_files import Reader
from storage.attachments import Attachment
from storage.check import check
from storage.context import Identity, local_time
from storage.definitions import Definition
from storage.drafts import Draft
from storage.examining import Finding
from storage.keys import Cost
from storage.links import Link
from storage.records import Filled, Version, reference
from storage.rows import RecordId, RecordRow
from storage.search import Order
from storage.session import Session
from storage.vault import Vault

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
