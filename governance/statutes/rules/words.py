"""The vocabulary of the statutes."""

from enum import StrEnum


class Parameter(StrEnum):
    DELEGATES = "delegates"
    RECORD_DAYS = "record_days"
    DUES_YEARS_IN_ARREARS = "dues_years_in_arrears"
    DUES_SUSPEND = "dues_suspend"
    NOTICE_DAYS = "notice_days"
    NOTICE_DAYS_EXTRAORDINARY = "notice_days_extraordinary"
    MOTION_DAYS = "motion_days"
    PAPER_DAYS = "paper_days"
    AMENDMENT_DAYS = "amendment_days"
    NOMINATION_DAYS = "nomination_days"
    FINAL_AGENDA_DAYS = "final_agenda_days"
    PROXIES_PER_HOLDER = "proxies_per_holder"
    PROXY_HOURS = "proxy_hours"
    PROXY_COUNTS_FOR_QUORUM = "proxy_counts_for_quorum"
    QUORUM = "quorum"
    MAJORITY_ORDINARY = "majority_ordinary"
    MAJORITY_STATUTES = "majority_statutes"
    MAJORITY_EXCLUSION = "majority_exclusion"
    MAJORITY_DISSOLUTION = "majority_dissolution"
    MAJORITY_URGENT = "majority_urgent"
    PERSONS_IN_SECRET = "persons_in_secret"
    RESULTS_VISIBLE = "results_visible"
    LEAST_PAPERS = "least_papers"
    TIES = "ties"
    CHALLENGE_DAYS = "challenge_days"
    COMMITTEE_QUORUM = "committee_quorum"
    COMMITTEE_MAJORITY = "committee_majority"
    COMMITTEE_CASTING_VOTE = "committee_casting_vote"
    WRITTEN_DAYS = "written_days"
    WRITTEN_QUORUM = "written_quorum"
    SILENCE_DAYS = "silence_days"
    SILENCE_OBJECTIONS = "silence_objections"
    SILENCE_EXCLUDED = "silence_excluded"
    INTERESTS = "interests"
    MINUTES_DRAFT_DAYS = "minutes_draft_days"
    MINUTES_OBJECTION_DAYS = "minutes_objection_days"


class Base(StrEnum):
    """Of what a share is taken."""

    CAST = "cast"
    """Votes cast, without abstentions, blanks and invalid ones."""
    PRESENT = "present"
    ENTITLED = "entitled"


class MotionKind(StrEnum):
    ORDINARY = "ordinary"
    STATUTES = "statutes"
    EXCLUSION = "exclusion"
    DISSOLUTION = "dissolution"
    URGENT = "urgent"


class Shape(StrEnum):
    """How a parameter's value is written."""

    NUMBER = "number"
    YES_NO = "yes_no"
    SHARE = "share"
    WORD = "word"
    WORDS = "words"
    MAJORITY = "majority"
    QUORUM = "quorum"
    VISIBILITY = "visibility"


class Standing(StrEnum):
    """What a set is on a day."""

    DRAFT = "draft"
    TO_COME = "to_come"
    IN_FORCE = "in_force"
    REPLACED = "replaced"


RETIRED = frozenset(
    [
        *("request_share", "request_days", "proxy_holder", "second_call_days"),
        *("secret_ballot", "recount_days", "retention_years", "term_years", "terms_in_a_row"),
    ]
)
"""Parameters that no rule read. Sets and frozen copies of earlier days may hold them; they mean nothing any more."""
