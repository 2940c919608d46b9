"""Twenty pages of text as PDF: ours beside WeasyPrint, where that can be imported."""

import html
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from exports import styles
from exports.writing import write
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
    """The row `pdf.pages20`: seconds for twenty A4 pages with head, foot and page numbers."""
    texts = _paragraphs()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "pages.pdf"

        def ours() -> None:
            write(Plain(texts), out, None, None)

        peer, name = _weasyprint(texts, Path(folder) / "peer.pdf")
        ours()
        with pikepdf.open(out) as pdf:
            assert len(pdf.pages) == _PAGES, f"the text fills {len(pdf.pages)} pages"
        if peer:
            peer()  # both begin with their fonts loaded
        times: list[float] = []
        peer_times: list[float] = []
        for _ in range(max(runs, 5)):
            times.append(_seconds(ours))
            if peer:
                peer_times.append(_seconds(peer))
    mine = statistics.median(times)
    theirs = statistics.median(peer_times) if peer_times else None
    return [
        {
            "name": "pdf.pages20",
            "unit": "s",
            "ours": round(mine, 4),
            "peer": None if theirs is None else round(theirs, 4),
            "peer_name": name,
            "ratio": None if theirs is None else round(mine / theirs, 3),
            "runs": len(times),
        }
    ]


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
