"""Translated texts: indexed only for the languages that are shown, outputs compiled where used."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from forms.markup import attribute, local
from forms.xpath.code import Context, Run
from forms.xpath.syntax import XPathError

Parts = tuple[str | Run, ...]
_CODE = re.compile(r"\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)\s*$")


def language_code(name: str) -> str:
    """The code of a language as XLSForm names it: "Welsh (cy)" gives "cy"."""
    match = _CODE.search(name)
    return match[1] if match else name.strip()


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the form: by its id in the translations, by its parts, or by an expression."""

    text_id: str = ""
    parts: Parts = ()


def parts_of(element: etree._Element, compile_output: Callable[[str], Run | None]) -> Parts:
    """The text of a label or value, its outputs as expressions."""
    found: list[str | Run] = []
    if element.text:
        found.append(element.text)
    for child in element:
        value = attribute(child, "value") or attribute(child, "ref")
        if local(child) == "output" and value:
            run = compile_output(value)
            if run is not None:
                found.append(run)
        else:
            found.append("".join(str(text) for text in child.itertext()))
        if child.tail:
            found.append(child.tail)
    return tuple(found)


def joined(parts: Parts, context: Context) -> str:
    """The text with its outputs filled in, without the blanks around it."""
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0].strip()
    said = (part if isinstance(part, str) else _said(part, context) for part in parts)
    return "".join(said).strip()


def _said(output: Run, context: Context) -> str:
    """What an output says; nothing where it cannot be worked out for the values of now."""
    try:
        return str(output(context))
    except XPathError:
        return ""


class Texts:
    """The itext of a form: text by id, language and form ("" plain, "guidance", "image" ...)."""

    def __init__(
        self,
        translations: dict[str, etree._Element],
        default: str,
        outputs: dict[str, dict[str, Run]],
    ) -> None:
        """``outputs`` holds, for each text id, the compiled outputs by their expression."""
        self._translations = translations
        self._default = default
        self._outputs = outputs
        self._indexes: dict[str, dict[str, etree._Element]] = {}
        self._parts: dict[tuple[str, str, str], Parts | None] = {}

    def parts(self, text_id: str, language: str, form: str = "") -> Parts | None:
        """The text's parts, in the default language where it has no translation, else None."""
        key = (text_id, language, form)
        if key not in self._parts:
            self._parts[key] = self._look(text_id, language, form)
        return self._parts[key]

    def plain(self, text_id: str, language: str, form: str = "") -> str:
        """The text without what its outputs would give."""
        parts = self.parts(text_id, language, form) or ()
        return "".join(part for part in parts if isinstance(part, str)).strip()

    def _look(self, text_id: str, language: str, form: str) -> Parts | None:
        for name in dict.fromkeys((language, self._default)):
            text = self._index(name).get(text_id)
            for value in text if text is not None else ():
                if (value.get("form") or "") != form:
                    continue
                outputs = self._outputs.get(text_id, {})
                parts = parts_of(value, outputs.get)
                # pyxform writes "-" where a translation is missing
                if parts and parts != ("-",):
                    return parts
        return None

    def _index(self, language: str) -> dict[str, etree._Element]:
        if language not in self._indexes:
            translation = self._translations.get(language)
            self._indexes[language] = (
                {} if translation is None else {text.get("id", ""): text for text in translation}
            )
        return self._indexes[language]
