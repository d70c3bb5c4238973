"""What can happen to what is published."""

from cms.actions.content import (
    ConsentRefused,
    Given,
    TranslationRefused,
    confirm_translation,
    forget_answers,
    forget_uploads,
    publish_due_pages,
    record_consent,
    unpublish_due_pages,
    withdraw_consent,
    withhold_pictures,
)
from cms.actions.studies import count_use, forget_paper, paper_of

__all__ = [
    "ConsentRefused",
    "Given",
    "TranslationRefused",
    "confirm_translation",
    "count_use",
    "forget_answers",
    "forget_paper",
    "forget_uploads",
    "paper_of",
    "publish_due_pages",
    "record_consent",
    "unpublish_due_pages",
    "withdraw_consent",
    "withhold_pictures",
]
