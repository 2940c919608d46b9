"""A mail file as destination: for secure mail that only a person can send."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from exports.delivery.folder import Folder, meaning, put
from exports.delivery.outcome import Fate, Outcome, Parcel, Trouble
from exports.envelope.naming import ENVELOPE_SUFFIX, XML_SUFFIX, reference
from translations.interface import _

MAIL_SUFFIX = ".eml"


class MailFile:
    """Writes an .eml that any mail program opens, with the sealed report attached."""

    def __init__(self, folder: Path, address: str) -> None:
        """Put mail files for `address` into `folder`."""
        self._folder = folder
        self._address = address

    def open(self) -> Outcome | None:
        """Whether the folder is there."""
        return Folder(self._folder).open()

    def deliver(self, parcel: Parcel) -> Outcome:
        """Write the mail file; whether it is sent and arrives, only a receipt can tell."""
        name = reference(parcel.instance)
        message = EmailMessage(policy=SMTP)
        message["To"] = self._address
        message["Subject"] = f"Fieldbook {name}"
        message["X-Unsent"] = "1"  # opens as a draft to be sent, not as something received
        message.set_content(
            _("A sealed submission is attached. Its reference is {name}.").format(name=name)
        )
        for file, data in (
            (f"{name}{ENVELOPE_SUFFIX}", b"".join(parcel.parts)),
            (f"{name}{XML_SUFFIX}", parcel.xml),
        ):
            message.add_attachment(
                data, maintype="application", subtype="octet-stream", filename=file
            )
        try:
            put(self._folder / f"{name}{MAIL_SUFFIX}", message.as_bytes())
        except OSError as error:
            return Outcome(Fate.NOT_SENT, meaning(error), stop=True)
        return Outcome(Fate.HANDED_OVER, Trouble.BY_HAND)

    def close(self) -> None:
        """Nothing is held open."""
