"""How a command is told of a server, and who one is there; never on the command line itself."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from desktop.commands.secrets import CommandError, read_secret

if TYPE_CHECKING:
    from exports.delivery.address import Address


def add_server(parser: argparse.ArgumentParser) -> None:
    """Let `parser` take what a server wants to know."""
    group = parser.add_argument_group("the server")
    group.add_argument("--user", metavar="NAME", help="the user's name there")
    group.add_argument("--password-file", metavar="FILE", help="the password, on one line")
    group.add_argument("--token-file", metavar="FILE", help="the token of an app user (Central)")
    group.add_argument(
        "--client-certificate", type=Path, metavar="PEM", help="certificate and key of this client"
    )
    group.add_argument(
        "--pinned-key", default="", metavar="SHA256", help="the only key of the server that will do"
    )
    group.add_argument(
        "--proxy", metavar="URL", help="a proxy; an empty one for none; else what the system says"
    )


def is_url(text: str) -> bool:
    """Whether `text` is a server's address, and not a folder."""
    return text.lower().startswith(("https://", "http://"))


def server(options: argparse.Namespace, url: str) -> "Address":
    """The server at `url`, with what `options` say of it.

    Raises:
        CommandError: a password stands in the address, where everybody can read it.
    """
    from exports.delivery.address import Address

    parts = urlsplit(url)
    if parts.password:
        raise CommandError("A password comes from --password-file or a prompt, not in the address.")
    user = options.user or unquote(parts.username or "")
    password = read_secret(options.password_file, "Password of the server: ") if user else ""
    token = read_secret(options.token_file, "Token: ") if options.token_file else ""
    return Address(
        url, user, password, token, options.pinned_key, options.client_certificate, options.proxy
    )
