"""What a server's answers mean: the OpenRosa rules, and what the field's servers make of them.

OpenRosa Form Submission API: 201 and 202 with an OpenRosaResponse are success; Central answers 404
for unknown forms and versions, 409 for another XML under the same number, and takes the same XML
twice. A 200 is what the sign-in page of a public network answers.
"""

import email.utils
import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import httpx
from lxml import etree

from exports.delivery import tls
from exports.delivery.outcome import Fate, Outcome, Trouble

RESPONSE = "{http://openrosa.org/http/response}OpenRosaResponse"
LARGEST = 64 * 1024
"""Bytes of an answer that are read."""
_LONGEST_MESSAGE = 200
_TAKEN = (201, 202)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def of_post(status: int, headers: Mapping[str, str], body: bytes, now: datetime) -> Outcome:
    """What the answer to a submission means."""
    root = _parsed(body)
    is_openrosa = root is not None and root.tag == RESPONSE
    message = "".join(map(str, root.itertext())) if root is not None and is_openrosa else ""
    answer = _answer(status, headers, body, message)
    wish = retry_after(headers.get("Retry-After", ""), now)
    if status in _TAKEN and is_openrosa:
        return Outcome(Fate.RECEIVED, answer=answer)
    fate, trouble, stop = _MEANING.get(status, (Fate.REFUSED, Trouble.REFUSED, False))
    if status < 300:
        fate, trouble, stop = Fate.UNPROVEN, Trouble.NO_PROOF, False
    elif status < 400:
        fate, trouble, stop = Fate.UNPROVEN, Trouble.PORTAL, True
    elif status >= 500 and status not in _MEANING:
        fate, trouble, stop = Fate.UNPROVEN, Trouble.SERVER, False
    return Outcome(fate, trouble, answer, wish, stop)


# A gateway may say 502 or 503 although the server behind it has taken everything in.
_MEANING = {
    400: (Fate.REFUSED, Trouble.MALFORMED, False),
    401: (Fate.NOT_SENT, Trouble.PASSWORD, True),
    403: (Fate.NOT_SENT, Trouble.FORBIDDEN, True),
    404: (Fate.REFUSED, Trouble.MISSING_FORM, False),
    407: (Fate.NOT_SENT, Trouble.PROXY, True),
    408: (Fate.UNPROVEN, Trouble.CUT_OFF, False),
    409: (Fate.UNPROVEN, Trouble.CONFLICT, False),
    413: (Fate.REFUSED, Trouble.TOO_LARGE, False),
    429: (Fate.NOT_SENT, Trouble.BUSY, True),
    503: (Fate.UNPROVEN, Trouble.BUSY, True),
}


def of_greeting(status: int, headers: Mapping[str, str], now: datetime) -> Outcome | None:
    """What the answer to HEAD means; None where submissions are welcome."""
    wish = retry_after(headers.get("Retry-After", ""), now)
    speaks = "X-OpenRosa-Version" in headers
    if 200 <= status < 300:
        trouble = Trouble.NONE if speaks else Trouble.PORTAL
    elif 300 <= status < 400:
        trouble = Trouble.PORTAL
    elif status in (401, 403, 407):
        trouble = _MEANING[status][1]
    elif status in (404, 410):
        trouble = Trouble.WRONG_ADDRESS
    elif status in (429, 503):
        trouble = Trouble.BUSY
    else:
        trouble = Trouble.SERVER if status >= 500 else Trouble.NOT_OPENROSA
    return Outcome(Fate.NOT_SENT, trouble, "", wish, stop=True) if trouble else None


def of_failure(error: Exception, has_sent: bool) -> Outcome:
    """What an exception of the network means.

    Parameters:
        has_sent: whether anything of the report may have left.
    """
    known = tls.meaning(error)
    if known:
        trouble = known
    elif isinstance(error, httpx.ProxyError):
        trouble = Trouble.PROXY
    elif isinstance(error, httpx.TimeoutException) and has_sent:
        trouble = Trouble.SILENCE
    else:
        trouble = Trouble.CUT_OFF if has_sent else Trouble.OFFLINE
    if has_sent:
        return Outcome(Fate.UNPROVEN, trouble)
    return Outcome(Fate.NOT_SENT, trouble, stop=True)


def before_sending(error: Exception) -> bool:
    """Whether `error` shows that no connection was made, so that nothing can have left."""
    return isinstance(
        error,
        httpx.ConnectError
        | httpx.ConnectTimeout
        | httpx.PoolTimeout
        | httpx.ProxyError
        | httpx.UnsupportedProtocol
        | httpx.InvalidURL,
    )


def retry_after(text: str, now: datetime) -> timedelta | None:
    """How long a Retry-After header asks to wait (RFC 9110, section 10.2.3): seconds or a date."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), 10**8))
    try:
        until = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - now, timedelta(0))


def _answer(status: int, headers: Mapping[str, str], body: bytes, message: str) -> str:
    words = " ".join(message.split())
    message = "".join(c for c in words if c.isprintable())[:_LONGEST_MESSAGE]
    fields = {
        "status": status,
        "date": headers.get("Date", "")[:40],
        "message": message,
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(fields, sort_keys=True, ensure_ascii=False)


def _parsed(body: bytes) -> "etree._Element | None":
    try:
        return etree.fromstring(body, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None
