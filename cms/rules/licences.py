"""Under which licence a study may be used again. The values stand in the database, in files and in the API."""

from enum import StrEnum


class Licence(StrEnum):
    BY = "CC BY 4.0"
    BY_SA = "CC BY-SA 4.0"
    BY_NC = "CC BY-NC 4.0"
    BY_NC_SA = "CC BY-NC-SA 4.0"
    BY_ND = "CC BY-ND 4.0"
    BY_NC_ND = "CC BY-NC-ND 4.0"
    ZERO = "CC0 1.0"
    RESERVED = "All rights reserved"


DEEDS = "https://creativecommons.org"
# The part of its deed's address that says what may be done.
PARTS = {
    Licence.BY: "by",
    Licence.BY_SA: "by-sa",
    Licence.BY_NC: "by-nc",
    Licence.BY_NC_SA: "by-nc-sa",
    Licence.BY_ND: "by-nd",
    Licence.BY_NC_ND: "by-nc-nd",
}


def licence_url(licence: str) -> str:
    """The deed at Creative Commons; empty where there is none, as for a licence that somebody wrote by hand."""
    if licence == Licence.ZERO:
        return f"{DEEDS}/publicdomain/zero/1.0/"
    part = {known.value: part for known, part in PARTS.items()}.get(licence, "")
    return f"{DEEDS}/licenses/{part}/4.0/" if part else ""
