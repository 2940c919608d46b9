"""Documents that leave the notebook: laid out for A4, marked, hashed, found again as text."""

from exports.errors import CannotWrite, ExportCancelled, ExportError, MissingGlyph, PaperRefused
from exports.export import export_leaflet, export_record
from exports.record import DocumentFile, DocumentVersion, RecordDocument

__all__ = [
    "CannotWrite",
    "DocumentFile",
    "DocumentVersion",
    "ExportCancelled",
    "ExportError",
    "MissingGlyph",
    "PaperRefused",
    "RecordDocument",
    "export_leaflet",
    "export_record",
]
