"""The papers of the working day: each form's own document, beside the record with its history."""

from exports.papers.contacts import contact_log
from exports.papers.evidence import Handled, evidence_sheet
from exports.papers.kinds import KINDS, kinds_of, paper_of
from exports.papers.paper import Paper
from exports.papers.producing import export_paper, paper_bytes

__all__ = [
    "KINDS",
    "Handled",
    "Paper",
    "contact_log",
    "evidence_sheet",
    "export_paper",
    "kinds_of",
    "paper_bytes",
    "paper_of",
]
