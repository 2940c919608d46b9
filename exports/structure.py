"""What the parts of a page are, for screen readers: headings, paragraphs, tables, pictures.

ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_GROUPS = {"TR": "Table", "LI": "L"}
"""What neighbouring elements of a kind stand in together."""


@dataclass(slots=True)
class Element:
    """A node of the structure tree.

    Attributes:
        tag: a standard structure type, such as "P" or "H1".
        language: BCP 47, "" where it is that of what it stands in.
        alt: what a picture shows, in words.
        children: elements, and places on pages: (page from 0, marked content id).
    """

    tag: str
    language: str = ""
    alt: str = ""
    children: "list[Element | tuple[int, int]]" = field(default_factory=list)


class Structure:
    """The structure tree of a document, grown while it is drawn."""

    def __init__(self) -> None:
        self._root = Element("Document")
        self._open = [self._root]
        self._marked: dict[int, int] = {}

    @property
    def pages(self) -> int:
        """How many pages have been drawn on."""
        return max(self._marked, default=-1) + 1

    @contextmanager
    def element(self, tag: str, language: str = "", alt: str = "") -> Iterator[None]:
        """What is drawn meanwhile belongs to a new element of kind `tag`."""
        around = self._open[-1]
        if group := _GROUPS.get(tag):
            last = around.children[-1] if around.children else None
            if not isinstance(last, Element) or last.tag != group:
                last = Element(group)
                around.children.append(last)
            around = last
        new = Element(tag, language, alt)
        around.children.append(new)
        self._open.append(new)
        try:
            yield
        finally:
            self._open.pop()

    def mark(self, page: int, start: int = 0) -> int:
        """The marked content id for the next thing drawn on `page` (from 0).

        Ids begin with `start`, so that two pages can share a sheet.
        """
        mark = self._marked.get(page, start)
        self._marked[page] = mark + 1
        self._open[-1].children.append((page, mark))
        return mark

    def write(self, pdf: pikepdf.Pdf, sheets: Sequence[int] | None = None) -> None:
        """Put the tree into `pdf`; `sheets` tells the sheet on which each page came to stand."""
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        parents: dict[int, dict[int, pikepdf.Object]] = {}
        pages = [page.obj for page in pdf.pages]

        def made(element: Element, parent: pikepdf.Object) -> pikepdf.Object:
            node = pdf.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
            )
            if element.language:
                node.Lang = String(element.language)
            if element.alt:
                node.Alt = String(element.alt)
            if element.tag == "TH":
                node.A = Dictionary(O=Name.Table, Scope=Name.Row)
            kids = Array()
            for child in element.children:
                if isinstance(child, Element):
                    kids.append(made(child, node))
                else:
                    page, mark = child
                    sheet = sheets[page] if sheets else page
                    kids.append(Dictionary(Type=Name.MCR, Pg=pages[sheet], MCID=mark))
                    parents.setdefault(sheet, {})[mark] = node
            node.K = kids
            return node

        root.K = made(self._root, root)
        numbers = Array()
        for sheet in sorted(parents):
            marks = parents[sheet]
            pages[sheet].StructParents = sheet
            pages[sheet].Tabs = Name.S
            numbers.append(sheet)
            listed = Array(marks.get(i) for i in range(max(marks) + 1))
            numbers.append(pdf.make_indirect(listed))
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(pages)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
