"""Saves every form of the library, filled in by hand, as pictures to be looked at."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.theme import Theme, apply
from desktop.widgets import FormView
from forms import FormEngine, Library
from tests.desktop.filling.hand import fill
from tests.desktop.filling.mirroring import mirrored

WIDTH, HEIGHT = 1366, 768


def main() -> int:
    """One picture a form and language: the whole page, as wide as the window of 1366 pixels."""
    parser = argparse.ArgumentParser(prog="python -m tests.desktop.filling", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lang", action="append", help="en, cy, or ar (a pseudo-language)")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("forms", nargs="*")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale("en_GB"))
    apply(app, Theme.DARK if options.dark else Theme.LIGHT, options.scale)
    library = Library.default()
    for name in options.forms or [summary.id for summary in library.forms()]:
        for language in options.lang or ["en", "ar"]:
            form = library.get(name)
            engine = FormEngine(mirrored(form) if language == "ar" else form, language=language)
            blank = _save(engine, options.out / f"{name}-{language}.png")
            print(f"{name} {language}: blank: {', '.join(blank) or 'none'}")
    return 0


def _save(engine: FormEngine, path: Path) -> list[str]:
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    view = FormView(engine)
    column = QVBoxLayout(window)
    column.setContentsMargins(32, 24, 32, 0)
    column.addWidget(view)
    window.show()
    blank = fill(view, engine)
    for _turn in range(5):
        QApplication.processEvents()
    page = view.widget()
    assert page is not None
    image = QImage(view.width(), page.height(), QImage.Format.Format_RGB32)
    image.fill(window.palette().window().color())
    painter = QPainter(image)
    page.render(painter, QPoint(0, 0))
    painter.end()
    image.save(str(path))
    window.close()
    return blank


if __name__ == "__main__":
    sys.exit(main())
