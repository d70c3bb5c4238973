"""Why something about a decision cannot be done, said to the person who tried."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.decisions.rules import Refusal

WORDS: dict[Refusal, str | Promise] = {
    Refusal.NOT_A_DRAFT: _("This decision was opened already."),
    Refusal.NOT_OPEN: _("This decision is not open for answers. Nothing was changed."),
    Refusal.TOO_LATE: _("The deadline has passed. Your answer was not recorded."),
    Refusal.NOT_A_MEMBER: _("Only members of the committee may do this."),
    Refusal.RECUSED: _("You are recused from this decision, so you do not answer it."),
    Refusal.WRONG_CHOICE: _("Choose one of the answers that this procedure offers."),
    Refusal.REASON_MISSING: _("Say why, so that the others can answer you."),
    Refusal.SUBJECT_EXCLUDED: _("The budget, persons and the statutes are not decided by silence. Choose another way."),
    Refusal.NOT_TAKEN: _("Only a decision that was taken can be carried out or ratified."),
    Refusal.NOT_IN_A_MEETING: _("Only what is decided in a meeting is recorded by its count."),
    Refusal.TOO_MANY_VOTES: _("There are more votes than members who may vote. Check the count."),
    Refusal.ALREADY_DONE: _("This was settled already."),
    Refusal.ENDS_TOO_EARLY: _("An office ends after it begins. Give a later day."),
    Refusal.SITS_ALREADY: _("This person sits in the body at that time already. End that office first."),
    Refusal.CHAIR_TAKEN: _("The body has a chair at that time already. End that office first."),
    Refusal.OFFICE_OVER: _("This office ends earlier already, and what is over is not changed."),
}


class DecisionRefused(Exception):
    """Errors of this kind are worded for the person who reads them; `refusal` says which one it is."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(str(WORDS[refusal]))
