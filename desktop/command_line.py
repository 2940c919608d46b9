"""The command line: `fieldbook` opens the notebook, its subcommands serve force IT and authors.

Each command's module is loaded only when it is asked for, and the notebook itself needs none.
"""

import sys
from collections.abc import Sequence

FAILURE = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code (0 done, 1 a clear error on stderr, 2 wrong usage)."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except ImportError:
        from desktop import system_libraries

        if not (told := system_libraries.told()):
            raise
        print(f"fieldbook: {told}", file=sys.stderr)
        return FAILURE


def _run(given: list[str]) -> int:
    if not given or given[0] == "--profile":
        from desktop import supervisor

        return supervisor.main(given)
    if given == ["--version"]:
        from importlib.metadata import version

        print(f"fieldbook {version('fieldbook')}")
        return 0
    if given == ["cards", "show"]:  # somebody is waiting: no parser of arguments is needed
        from desktop.cards.process import can_show
        from desktop.cards.process import main as show

        return show() if can_show() else _run_command(given)
    if given[0] == "notebook" and getattr(sys, "frozen", False):
        from desktop import notebook

        return notebook.main(given[1:])
    return _run_command(given)


def _run_command(given: list[str]) -> int:
    from desktop.commands.parser import parser

    options = parser(given[0]).parse_args(given)

    try:
        return int(options.func(options))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not isinstance(error, _told()):
            raise
        print(f"fieldbook: {error}", file=sys.stderr)
        return FAILURE


def _told() -> tuple[type[Exception], ...]:
    """The errors whose own words are told; loaded when there is one, for cards need no vault."""
    from desktop.commands.errors import CommandError
    from desktop.profile import ProfileErrors
    from exports.errors import ExportError
    from forms import FormError
    from storage.errors import StorageError
    from translations.cards import CardErrors

    told = CommandError, ExportError, FormError, OSError, ProfileErrors, StorageError
    return (*told, CardErrors)


if __name__ == "__main__":
    sys.exit(main())
