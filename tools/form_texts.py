"""Writes the template of the forms' texts that are translated with the cards.

Run it after such a text has changed: `python tools/form_texts.py`. A test holds the two together.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "translations" / "catalogs" / "forms.pot"


def main() -> None:
    """Write all texts that people read in the library's forms, in reading order."""
    sys.path.insert(0, str(ROOT))
    from forms import Library
    from forms.translating import texts
    from translations.cards import Message
    from translations.catalogs.template import write_template

    library = Library.default()
    found = [
        Message(text.id, text.text, text.source)
        for form in library.forms()
        for text in texts(library.get(form.id).xml)
    ]
    write_template(TEMPLATE, found)


if __name__ == "__main__":
    main()
