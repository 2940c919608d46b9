"""Compiles at build what would cost time at start: the library's forms and the catalogs."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CompileHook(BuildHookInterface[Any]):
    """Fills `forms/compiled` and `translations/compiled`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatch's hook, before anything is packed."""
        del version
        sys.path.insert(0, str(ROOT))
        try:
            from forms import Library
            from translations import catalogs, interface

            catalogs.default().compile_all()
            interface.compile_all()
            Library.default(catalogs.default()).compile_all()
        finally:
            sys.path.remove(str(ROOT))
        build_data["artifacts"] += ["forms/compiled/*", "translations/compiled/*"]
