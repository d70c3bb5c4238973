"""What people type: on the pages of the register, and on the secretariat's desk."""

from governance.decisions.forms.desk import FollowUpForm, MeetingForm, OfficeEndForm, OfficeForm, RatifyForm
from governance.decisions.forms.pages import (
    SHOWN,
    AnswerForm,
    FollowUpDoneForm,
    InterestForm,
    ProposalForm,
    RegisterForm,
)

__all__ = [
    "SHOWN",
    "AnswerForm",
    "FollowUpDoneForm",
    "FollowUpForm",
    "InterestForm",
    "MeetingForm",
    "OfficeEndForm",
    "OfficeForm",
    "ProposalForm",
    "RatifyForm",
    "RegisterForm",
]
