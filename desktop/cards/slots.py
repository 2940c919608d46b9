"""What the force profile fills into cards."""

from desktop.profile import Profile


def slots(profile: Profile | None, language: str) -> dict[str, str]:
    """The texts for the places in braces, of a card in `language` (a BCP 47 tag).

    Blank where there is no profile or it says nothing; what has such a place is then left out. The
    sample profile says nothing: no card may introduce somebody who does not exist.
    """
    if profile is None or profile.is_sample:
        return {}
    policy = profile.immigration_policy
    return {
        "officer": profile.officer,
        "number": profile.number,
        "role": profile.role,
        "force": profile.force,
        "liaison_officer": profile.liaison.name,
        "liaison_phone": profile.liaison.phone,
        "immigration_policy": policy.get(language) or policy.get("en", ""),
        "area": ", ".join(profile.areas),
    }
