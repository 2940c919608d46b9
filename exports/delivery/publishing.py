"""Puts a form's definition on the force's server; force IT's work, not an officer's.

ODK Central has its own way for that; other servers take the older one of ODK Aggregate. OpenRosa
itself has none.
"""

import secrets
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

import httpx
from httpx._client import UseClientDefault

from exports.delivery import answers, quiet
from exports.delivery.address import Address
from exports.delivery.openrosa import TIMEOUT, basic, connected
from exports.delivery.outcome import Outcome, Trouble, words
from exports.errors import ExportError

_CENTRAL = "/v1/projects/"
_TROUBLES = {
    401: Trouble.PASSWORD,
    403: Trouble.FORBIDDEN,
    404: Trouble.WRONG_ADDRESS,
    413: Trouble.TOO_LARGE,
    429: Trouble.BUSY,
    503: Trouble.BUSY,
}


class NotPublished(ExportError):
    """The server did not take the form; the sentence says why."""

    def __init__(self, trouble: Trouble, status: int = 0) -> None:
        """Say what the `trouble` is, and the server's `status` where it gave one."""
        told = f" ({status})" if status else ""
        super().__init__(f"{words(trouble)}{told}")
        self.trouble = trouble


def publish(
    address: Address,
    form: str,
    version: str,
    xform: bytes,
    *,
    timeout: httpx.Timeout = TIMEOUT,
) -> str:
    """Put the form of that id and version on the server; says in a word what was done.

    Gives `published`, or `there already` where the server has this version.

    Raises:
        NotPublished: the server refuses, or can't be reached.
    """
    if not address.is_encrypted:
        raise NotPublished(Trouble.NOT_ENCRYPTED)
    quiet.hush()
    try:
        with connected(address, timeout) as client:
            if _CENTRAL in urlsplit(address.endpoint("")).path:
                return _to_central(client, address, form, version, xform)
            return _to_aggregate(client, address, form, xform)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        failed: Outcome = answers.of_failure(error, has_sent=False)
        raise NotPublished(failed.trouble) from None
    except (OSError, ValueError):
        raise NotPublished(Trouble.CERTIFICATE) from None


def _to_central(
    client: httpx.Client, address: Address, form: str, version: str, xform: bytes
) -> str:
    """Central: a new form is published at once, a known one by way of a draft."""
    xml = {"Content-Type": "application/xml"}
    options = {"ignoreWarnings": "true"}
    auth = _auth(address)

    def post(path: str, query: Mapping[str, str], body: bytes = b"") -> int:
        url = f"{address.endpoint(path)}?{urlencode(query)}"
        return client.post(url, headers=xml, content=body, auth=auth).status_code

    status = post("forms", {**options, "publish": "true"}, xform)
    if status == 409:
        known = f"forms/{quote(form, safe='')}/draft"
        status = post(known, options, xform)
        if status < 300:
            status = post(f"{known}/publish", {"version": version})
            if status == 409:  # this version was published before
                client.delete(address.endpoint(known), auth=auth)
                return "there already"
    return _published(status)


def _to_aggregate(client: httpx.Client, address: Address, form: str, xform: bytes) -> str:
    boundary = secrets.token_hex(16)
    body = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="form_def_file"; filename="{form}.xml"\r\n'
        "Content-Type: text/xml\r\n\r\n"
    ).encode()
    response = client.post(
        address.endpoint("formUpload"),
        headers={
            "X-OpenRosa-Version": "1.0",
            "Content-Type": f"multipart/form-data; boundary={boundary}",
        },
        content=body + xform + f"\r\n--{boundary}--\r\n".encode(),
        auth=_auth(address),
    )
    return "there already" if response.status_code == 409 else _published(response.status_code)


def _auth(address: Address) -> httpx.Auth | UseClientDefault:
    return basic(address) or httpx.USE_CLIENT_DEFAULT


def _published(status: int) -> str:
    if 200 <= status < 300:
        return "published"
    if 300 <= status < 400:
        raise NotPublished(Trouble.PORTAL, status)
    fallback = Trouble.SERVER if status >= 500 else Trouble.REFUSED
    raise NotPublished(_TROUBLES.get(status, fallback), status)
