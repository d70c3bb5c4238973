"""What the vocabulary is called on a page."""

from django.utils.translation import gettext_lazy as _

from governance.decisions.rules import Choice, FollowUpState, OfficeRole, Procedure, Reason, State, Subject

PROCEDURES = [
    (Procedure.MEETING.value, _("Meeting")),
    (Procedure.WRITTEN.value, _("In writing")),
    (Procedure.SILENCE.value, _("Silence")),
]
STATES = [
    (State.DRAFT.value, _("Draft")),
    (State.OPEN.value, _("Open")),
    (State.TAKEN.value, _("Taken")),
    (State.LAPSED.value, _("Lapsed")),
    (State.WITHDRAWN.value, _("Withdrawn")),
    (State.RATIFIED.value, _("Ratified by the assembly")),
]
SUBJECTS = [
    (Subject.OTHER.value, _("Something else")),
    (Subject.BUDGET.value, _("The budget")),
    (Subject.PERSONS.value, _("Persons")),
    (Subject.STATUTES.value, _("The statutes")),
]
CHOICES = [
    (Choice.FOR.value, _("For")),
    (Choice.AGAINST.value, _("Against")),
    (Choice.ABSTAIN.value, _("Abstain")),
    (Choice.MEETING.value, _("Discuss it in a meeting")),
    (Choice.OBJECT.value, _("Object")),
]
OFFICES = [
    (OfficeRole.CHAIR.value, _("Chair")),
    (OfficeRole.VICE_CHAIR.value, _("Vice-chair")),
    (OfficeRole.TREASURER.value, _("Treasurer")),
    (OfficeRole.MEMBER.value, _("Member")),
]
FOLLOW_UPS = [
    (FollowUpState.IN_HAND.value, _("In hand")),
    (FollowUpState.DONE.value, _("Done")),
    (FollowUpState.DROPPED.value, _("Dropped")),
]
REASONS = {
    Reason.MAJORITY: _("More were for it than against."),
    Reason.CASTING_VOTE: _("The votes were equal, and the chair was for it."),
    Reason.NO_OBJECTION: _("Nobody objected in time."),
    Reason.REJECTED: _("It had no majority."),
    Reason.TIED: _("The votes were equal, and the chair took no side."),
    Reason.NO_QUORUM: _("Too few answered."),
    Reason.OBJECTED: _("It was objected to."),
    Reason.MEETING_CALLED: _("A member asked to discuss it in a meeting."),
}
