"""The cards' catalogs, one for each language: PO files beside this, compiled when they change."""

from translations.catalogs.catalog import Catalog, Catalogs, default, messages
from translations.catalogs.status import Status

__all__ = ["Catalog", "Catalogs", "Status", "default", "messages"]
