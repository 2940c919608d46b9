"""Where an OpenRosa server is and how one shows oneself there; no secret of it is ever printed."""

import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

_KEY = "/key/"


@dataclass(frozen=True, slots=True)
class Address:
    """A server of the OpenRosa kind: ODK Central, KoboToolbox, Ona.

    Attributes:
        url: its OpenRosa address, without `/submission`; for Central `https://HOST/v1/projects/1`.
        user, password: for Basic or Digest, as the server asks.
        token: of a Central app user, in place of user and password.
        pinned: see `tls.context`, `certificate` too.
        proxy: an address, "" for none, None for what the system has set.
    """

    url: str = field(repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    pinned: str = ""
    certificate: Path | None = None
    proxy: str | None = None

    def endpoint(self, name: str) -> str:
        """The address of `submission` or `formList`, with the token where there is one."""
        parts = urlsplit(self.url.strip())
        path = parts.path.rstrip("/").removesuffix("/submission")
        if self.token and _KEY not in path:
            # Central's app users: /v1/projects/1 is /v1/key/TOKEN/projects/1 to them.
            before, version, after = path.partition("/v1")
            path = f"{before}{version}{_KEY}{quote(self.token, safe='')}{after}"
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], f"{path}/{name}", "", ""))

    @property
    def is_encrypted(self) -> bool:
        """Whether it is https."""
        return urlsplit(self.url.strip()).scheme == "https"

    @property
    def host(self) -> str:
        """The server's name, which may be shown; user, token and path are left out."""
        return urlsplit(self.url.strip()).hostname or ""

    def way_out(self, system: Mapping[str, str] | None = None) -> str | None:
        """The proxy to use, None for none; `system` is what the system has set."""
        if self.proxy is not None:
            return self.proxy or None
        if urllib.request.proxy_bypass(self.host):
            return None
        found = urllib.request.getproxies() if system is None else system
        return found.get("https") or found.get("all")
