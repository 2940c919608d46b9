"""A leaflet and twenty pages of text as PDF: ours beside WeasyPrint, where that can be imported.

WeasyPrint is no dependency: `.venv/bin/pip install weasyprint` and its system library (Debian:
`libpango-1.0-0 libpangoft2-1.0-0`) make the comparison.
"""

import html
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import segno

from desktop.breaking import line_breaks
from exports import export_leaflet, styles
from exports.writing import write
from tests.unit.exports import leaflets
from tests.unit.exports.sample import Plain
from translations import fonts

_BEGINNINGS = [
    "ba",
    "che",
    "di",
    "fo",
    "gu",
    "ha",
    "jo",
    "ki",
    "mi",
    "pra",
    "sho",
    "Łu",
    "Мар",
    "Ἀθ",
]
_ENDINGS = ["an", "bel", "cket", "en", "fer", "hind", "ing", "ks", "lly", "pper", "que", "té"]
_PAGES = 20
_PARAGRAPHS = 111


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The rows `pdf.leaflet` and `pdf.pages20`."""
    return [_leaflet(runs), _pages20(runs)]


def _leaflet(runs: int) -> dict[str, Any]:
    """Seconds for a card on A5 in three scripts, one file each, with its code for phones."""
    languages = ("ro", "ar", "zh-Hans")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "leaflet.pdf"
        made = [leaflets.leaflet(language) for language in languages]

        def ours() -> None:
            for leaflet in made:
                export_leaflet(leaflet, out, break_finder=line_breaks)

        peer, name = _weasyprint_leaflets(languages, Path(folder) / "peer.pdf")
        return _row("pdf.leaflet", ours, peer, name, runs)


def _weasyprint_leaflets(
    languages: Sequence[str], out: Path
) -> tuple[Callable[[], object] | None, str]:
    """What sets the same leaflets with WeasyPrint, in the same fonts."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        return None, f"WeasyPrint cannot be imported: {error}"
    pages = [(_sheet(language), _body(language)) for language in languages]

    def peer() -> None:
        for style, body in pages:
            config = FontConfiguration()
            sheet = CSS(string=style, font_config=config)
            HTML(string=body).write_pdf(out, stylesheets=[sheet], font_config=config)

    return peer, "WeasyPrint"


def _sheet(language: str) -> str:
    """The style sheet of a leaflet, with the shipped fonts that it needs."""
    needed = fonts.families(language)
    needed = needed[: needed.index(fonts.FAMILY) + 1]
    faces = "".join(
        f"@font-face {{ font-family: {family!r}; font-weight: {number}; "
        f"src: url({fonts.path(weight, family).as_uri()}) }}"
        for family in needed
        for weight, number in (("regular", 400), ("bold", 700))
    )
    names = ", ".join(repr(family) for family in needed)
    return f"""{faces}
        @page {{ size: A5; margin: 13mm 14mm 19mm;
                 @bottom-right {{ content: counter(page) " / " counter(pages); font: 7.5pt {names} }} }}
        h1 {{ font: bold 20pt/1.25 {names}; margin: 0 0 8pt }}
        p, li {{ font: 11.5pt/1.42 {names}; margin: 0 0 6pt }} img {{ width: 22mm }}"""  # noqa: E501


def _body(language: str) -> str:
    """The words of a leaflet as HTML."""
    (card,) = leaflets.leaflet(language).cards
    parts = []
    for passage in card.passages:
        words = "".join(
            f"<b>{html.escape(each.text)}</b>" if each.bold else html.escape(each.text)
            for each in passage.words
        )
        tag = {"heading": "h1", "item": "li"}.get(passage.kind, "p")
        parts.append(f"<{tag}>{words}</{tag}>")
    code = segno.make(card.codes[0].content, error="m", micro=False).svg_data_uri()
    side = "rtl" if language in leaflets.LEFTWARD else "ltr"
    return f'<html lang="{language}" dir="{side}"><body>{"".join(parts)}<img src="{code}"></html>'


def _pages20(runs: int) -> dict[str, Any]:
    """Seconds for twenty A4 pages with head, foot and page numbers."""
    texts = _paragraphs()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "pages.pdf"

        def ours() -> None:
            write(Plain(texts), out, None, None)

        peer, name = _weasyprint(texts, Path(folder) / "peer.pdf")
        ours()
        with pikepdf.open(out) as pdf:
            assert len(pdf.pages) == _PAGES, f"the text fills {len(pdf.pages)} pages"
        return _row("pdf.pages20", ours, peer, name, runs)


def _row(
    name: str,
    ours: Callable[[], object],
    peer: Callable[[], object] | None,
    peer_name: str,
    runs: int,
) -> dict[str, Any]:
    """Medians of alternating runs, after one of each with which the fonts are loaded."""
    times: list[float] = []
    peer_times: list[float] = []
    ours()
    if peer:
        peer()
    for _ in range(max(runs, 5)):
        times.append(_seconds(ours))
        if peer:
            peer_times.append(_seconds(peer))
    mine = statistics.median(times)
    theirs = statistics.median(peer_times) if peer_times else None
    return {
        "name": name,
        "unit": "s",
        "ours": round(mine, 4),
        "peer": None if theirs is None else round(theirs, 4),
        "peer_name": peer_name,
        "ratio": None if theirs is None else round(mine / theirs, 3),
        "runs": len(times),
    }


def _paragraphs() -> list[str]:
    """The same paragraphs at every run: twenty pages, some three thousand different words."""
    chance = random.Random(20)

    def word() -> str:
        middles = chance.choices(_BEGINNINGS[:11], k=chance.randint(0, 2))
        return chance.choice(_BEGINNINGS) + "".join(middles) + chance.choice(_ENDINGS)

    return [
        f"“{' '.join(word() for _ in range(chance.randint(30, 110)))}.”" for _ in range(_PARAGRAPHS)
    ]


def _weasyprint(texts: list[str], out: Path) -> tuple[Callable[[], object] | None, str]:
    """What sets the same text with WeasyPrint, or None; its name, or why there is none."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:  # OSError: its system libraries are missing
        return None, f"WeasyPrint cannot be imported: {error}"
    style = f"""
        @font-face {{ font-family: F; src: url({fonts.path("regular").as_uri()}) }}
        @page {{ size: A4; margin: {styles.TOP}pt {styles.RIGHT}pt {styles.BOTTOM}pt {styles.LEFT}pt;
                 @top-center {{ content: "OFFICIAL"; font: 9.5pt F }}
                 @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 8pt F }} }}
        p {{ font: 10.5pt/15pt F; margin: 0 }}
    """  # noqa: E501
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)

    def peer() -> object:
        config = FontConfiguration()
        sheet = CSS(string=style, font_config=config)
        return HTML(string=body).write_pdf(out, stylesheets=[sheet], font_config=config)

    return peer, "WeasyPrint"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
