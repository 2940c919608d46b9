"""What the test button does: walks the way to a server without sending anything of a report."""

import httpx
from lxml import etree

from exports.delivery import answers
from exports.delivery.address import Address
from exports.delivery.openrosa import TIMEOUT, OpenRosa
from exports.delivery.outcome import Trouble
from exports.envelope import carrier


def examine(
    address: Address, *, form: str = carrier.FORM, timeout: httpx.Timeout = TIMEOUT
) -> Trouble:
    """What keeps reports from arriving at `address`; `Trouble.NONE` if they would.

    Tells apart: no network, a portal in between, each kind of wrong certificate, a wrong password,
    a user who may not send, a wrong address, and a server without the form that carries reports.
    """
    road = OpenRosa(address, timeout=timeout)
    try:
        refusal = road.open()
        if refusal is not None:
            return refusal.trouble
        try:
            status, body = road.fetch("formList", {"formID": form})
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return answers.of_failure(error, has_sent=False).trouble
    finally:
        road.close()
    if status in (401, 403):
        return Trouble.PASSWORD if status == 401 else Trouble.FORBIDDEN
    forms = _forms(body) if status == 200 else None
    if forms is None:
        return Trouble.NOT_OPENROSA
    return Trouble.NONE if form in forms else Trouble.MISSING_FORM


def _forms(body: bytes) -> set[str] | None:
    """The ids in an OpenRosa form list; None where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if etree.QName(root).localname != "xforms":
        return None
    return {(element.text or "").strip() for element in root.iter("{*}formID")}
