"""Compiles at build what would cost time at start: the library's forms and the catalogs."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CompileHook(BuildHookInterface[Any]):
    """Fills `forms/compiled` and `translations/compiled`, and makes the interface's `.mo` files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatch's hook, before anything is packed."""
        del version
        sys.path.insert(0, str(ROOT))
        try:
            from forms import Library
            from translations import catalogs

            catalogs.default().compile_all()
            Library.default(catalogs.default()).compile_all()
        finally:
            sys.path.remove(str(ROOT))
        for catalog in sorted(ROOT.glob("translations/catalogs/*/LC_MESSAGES/*.po")):
            _compile(catalog)
        build_data["artifacts"] += ["forms/compiled/*", "translations/compiled/*", "*.mo"]


def _compile(catalog: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalog.open("rb") as source:
        messages = read_po(source)
    with catalog.with_suffix(".mo").open("wb") as target:
        write_mo(target, messages)
