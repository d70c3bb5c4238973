"""What each parameter means, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.statutes.rules import Base, Parameter

MEANINGS: Mapping[Parameter, Promise] = {
    Parameter.DELEGATES: _("How many delegates an organisation sends at most"),
    Parameter.RECORD_DAYS: _("Days before the opening on which the roll shows members and dues"),
    Parameter.DUES_YEARS_IN_ARREARS: _("Years of unpaid dues after which rights are suspended"),
    Parameter.DUES_SUSPEND: _("The rights that unpaid dues suspend"),
    Parameter.NOTICE_DAYS: _("Days of notice of an ordinary assembly"),
    Parameter.NOTICE_DAYS_EXTRAORDINARY: _("Days of notice of an extraordinary assembly"),
    Parameter.MOTION_DAYS: _("Days before the opening by which members send motions"),
    Parameter.PAPER_DAYS: _("Days before the opening by which papers are sent"),
    Parameter.AMENDMENT_DAYS: _("Days before the opening by which members send amendments"),
    Parameter.NOMINATION_DAYS: _("Days before the opening by which candidates are named"),
    Parameter.FINAL_AGENDA_DAYS: _("Days before the opening by which the agenda is final"),
    Parameter.PROXIES_PER_HOLDER: _("How many proxies one member may hold"),
    Parameter.PROXY_HOURS: _("Hours before the close until which a proxy may be given"),
    Parameter.PROXY_COUNTS_FOR_QUORUM: _("Whether proxies count for the quorum"),
    Parameter.QUORUM: _("The part of all who may vote that must take part"),
    Parameter.MAJORITY_ORDINARY: _("Majority of an ordinary motion"),
    Parameter.MAJORITY_STATUTES: _("Majority of a change of the statutes"),
    Parameter.MAJORITY_EXCLUSION: _("Majority of an exclusion of a member"),
    Parameter.MAJORITY_DISSOLUTION: _("Majority of a dissolution"),
    Parameter.MAJORITY_URGENT: _("Majority that admits an urgent motion"),
    Parameter.PERSONS_IN_SECRET: _("Whether persons are elected by secret ballot only"),
    Parameter.RESULTS_VISIBLE: _("When members may read a result"),
    Parameter.LEAST_PAPERS: _("Papers below which a secret ballot is never opened"),
    Parameter.TIES: _("How a tie between candidates is broken"),
    Parameter.CHALLENGE_DAYS: _("Days in which a decision may be challenged"),
    Parameter.COMMITTEE_QUORUM: _("The part of the committee that must take part in a meeting"),
    Parameter.COMMITTEE_MAJORITY: _("Majority in the committee"),
    Parameter.COMMITTEE_CASTING_VOTE: _("Whose vote breaks a tie in the committee"),
    Parameter.WRITTEN_DAYS: _("Days to answer in the written procedure"),
    Parameter.WRITTEN_QUORUM: _("The part of the committee that must answer in writing"),
    Parameter.SILENCE_DAYS: _("Working days to object in the silence procedure"),
    Parameter.SILENCE_OBJECTIONS: _("Objections that stop the silence procedure"),
    Parameter.SILENCE_EXCLUDED: _("What the silence procedure may not decide"),
    Parameter.INTERESTS: _("Who has an interest in a decision of the committee"),
    Parameter.MINUTES_DRAFT_DAYS: _("Days after the close by which the minutes are drafted"),
    Parameter.MINUTES_OBJECTION_DAYS: _("Days in which members may object to the minutes"),
}

BASES: Mapping[str, Promise] = {
    Base.CAST: _("of the votes cast"),
    Base.PRESENT: _("of those present"),
    Base.ENTITLED: _("of all who may vote"),
}
EXTENTS: Mapping[int, Promise] = {0: _("this part or more"), 1: _("more than this part")}
ANSWERS: Mapping[int, Promise] = {1: _("Yes"), 0: _("No")}
WORDS: Mapping[str, Promise] = {
    "vote": pgettext_lazy("a right", "voting"),
    "propose": pgettext_lazy("a right", "proposing"),
    "stand": pgettext_lazy("a right", "standing for election"),
    "attend": pgettext_lazy("a right", "attending"),
    "budget": _("the budget"),
    "persons": _("persons"),
    "statutes": _("the statutes"),
    "stage": _("an earlier stage of the count"),
    "lot": _("a public lot"),
    "chair": _("the chair's"),
    "nobody": _("nobody's: a tie decides nothing"),
    "no_vote_out_of_the_base": _("does not vote, and is not counted in the quorum"),
    "closed": _("from the close on"),
    "counted": _("once counted"),
    "signed": _("once signed by the tellers"),
    "final": _("once final"),
}
SECRECIES: Mapping[str, Promise] = {"recorded": _("recorded ballot"), "secret": _("secret ballot")}
