"""The vocabulary of decisions; models and forms borrow it."""

from enum import StrEnum


class Procedure(StrEnum):
    MEETING = "meeting"
    WRITTEN = "written"
    SILENCE = "silence"


class State(StrEnum):
    """draft → open → taken, lapsed or withdrawn; taken → ratified by the assembly."""

    DRAFT = "draft"
    OPEN = "open"
    TAKEN = "taken"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    RATIFIED = "ratified"


class Subject(StrEnum):
    """What a decision touches; some subjects may not be decided by silence."""

    OTHER = "other"
    BUDGET = "budget"
    PERSONS = "persons"
    STATUTES = "statutes"


class Choice(StrEnum):
    """What a member of the body answers: the first four in writing, the last one against silence."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    MEETING = "meeting"
    OBJECT = "object"


class OfficeRole(StrEnum):
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    TREASURER = "treasurer"
    MEMBER = "member"


class FollowUpState(StrEnum):
    IN_HAND = "in_hand"
    DONE = "done"
    DROPPED = "dropped"
