"""From the chosen records to the disclosure copy that leaves."""

from collections.abc import Sequence
from datetime import datetime

from desktop.breaking import line_breaks
from desktop.disclosing.material import Material
from desktop.disclosing.rasterising import drawn
from desktop.disclosing.taking_out import TakingOut
from desktop.leaving import Leaving, Part
from desktop.profile import Profile
from exports.disclosure import Disclosure, DisclosureFile, disclosed, disclosure_bytes
from exports.errors import ExportError
from storage import RecordId, Vault, reference
from translations.interface import _


def leaving(
    vault: Vault,
    profile: Profile,
    materials: Sequence[Material],
    taking: TakingOut,
    *,
    printing: bool,
) -> Leaving:
    """The copy of `materials` (at least one) without what `taking` says."""
    name = reference(RecordId("".join(sorted(each.record for each in materials))))

    def made(recipient: str) -> bytes:
        copy = Disclosure(
            tuple(
                disclosed(each.document, taking.cuts(each.record), _files(vault, each, taking))
                for each in materials
            ),
            recipient,
            name,
            profile.marking,
            profile.force,
            profile.officer,
            materials[0].document.language,
            datetime.now().astimezone(),
        )
        return disclosure_bytes(copy, break_finder=line_breaks)

    return Leaving(
        _("Print the disclosure copy") if printing else _("Write the disclosure copy"),
        _(
            "The copy is drawn from what is left: what was taken out is nowhere in it. Read it"
            " as it will be read first."
        ),
        name,
        tuple(_part(each, taking) for each in materials),
        made,
    )


def _part(material: Material, taking: TakingOut) -> Part:
    count = len(taking.cuts(material.record))
    how = f"disclosure copy, words taken out in {count} places"
    return Part(material.record, material.document.versions[-1].number, how)


def _files(vault: Vault, material: Material, taking: TakingOut) -> list[DisclosureFile]:
    """The chosen files, drawn. Raises StorageError for a damaged one."""
    found = []
    for number, file in enumerate(material.files, 1):
        if file.id in taking.files:
            name = _("File {number}").format(number=number)
            made = drawn(vault, file, name)
            if made is None:
                raise ExportError(_("{name} cannot be drawn as pictures.").format(name=name))
            found.append(made)
    return found
