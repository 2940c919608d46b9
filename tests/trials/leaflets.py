"""Leaflets of all cards in every language: words found again, files whole, fonts embedded."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from desktop.breaking import line_breaks
from desktop.cards.deck import Deck
from desktop.cards.printing import leaflet_of
from exports import export_leaflet
from tests.unit.exports import leaflets
from translations import catalogs


def run(seed: int) -> Iterator[str]:
    if not shutil.which("pdftotext") or not shutil.which("qpdf"):
        pytest.skip("pdftotext and qpdf are needed")
    short = []
    with tempfile.TemporaryDirectory() as folder:
        for catalog in catalogs.default().all():
            language = catalog.language
            out = Path(folder) / f"{language.code}.pdf"
            moment = datetime(2026, 11, 22, tzinfo=UTC)
            leaflet = leaflet_of(Deck(None, language.code), (), "A5", None, moment)
            export_leaflet(leaflet, out, break_finder=line_breaks)
            texts = [
                "".join(words.text for words in passage.words)
                for card in leaflet.cards
                for passage in card.passages
            ]
            share = leaflets.recovered(texts, leaflets.extracted(out), language.code)
            subprocess.run(["qpdf", "--check", str(out)], check=True, capture_output=True)
            with pikepdf.open(out) as pdf:
                pages = len(pdf.pages)
            least = 0.85 if language.right_to_left else 0.95
            if share < least:
                short.append(language.code)
            yield f"{language.code}: {share:.1%} of the words, {pages} pages"
    assert not short, f"too few words found again: {', '.join(short)}"
