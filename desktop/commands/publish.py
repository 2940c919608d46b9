"""`fieldbook publish`: puts a form's definition on the force's server."""

import argparse
from pathlib import Path
from typing import Any

from desktop.commands.secrets import CommandError
from desktop.commands.servers import add_server, is_url, server


def add_parser(commands: Any) -> None:
    """Add `publish` to the parser's `commands`."""
    parser = commands.add_parser(
        "publish",
        help="put a form on the force's server",
        epilog="Sealed reports need one form on the server, whatever is in them: fieldbook_sealed.",
    )
    parser.add_argument(
        "form", metavar="FORM", help="fieldbook_sealed, a form of the library, or a file"
    )
    parser.add_argument("--to", required=True, metavar="URL", help="the server's address")
    add_server(parser)
    parser.set_defaults(func=_publish)


def _publish(options: argparse.Namespace) -> int:
    from exports.delivery.publishing import publish

    if not is_url(options.to):
        raise CommandError("A server's address begins with https://.")
    form, version, xform = _definition(options.form)
    address = server(options, options.to)
    done = publish(address, form, version, xform)
    print(f"{form}, version {version}: {done} on {address.host}.")
    return 0


def _definition(name: str) -> tuple[str, str, bytes]:
    """Id, version and XForm of what is to be published."""
    from exports.envelope import carrier

    if name == carrier.FORM:
        return carrier.FORM, carrier.VERSION, carrier.XFORM.encode()
    from forms import Library, load

    path = Path(name)
    form = load(path) if path.is_file() else Library.default().get(name)
    return form.id, form.version, form.xml
