"""Which of their organisations a person acts for just now."""

from collections.abc import Sequence

from members.organisations.queries import Acting

# Where the session keeps the key of the organisation that was chosen in the header.
ACTING_FOR = "acting_for"


def chosen(acting: Sequence[Acting], *, key: str) -> Acting | None:
    """The one with this key; else the first, so that a role that ended leads nowhere else."""
    return next((one for one in acting if one.organisation.key == key), acting[0] if acting else None)
