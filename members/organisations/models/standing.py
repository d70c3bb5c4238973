"""The rule of `rules.standing` once more, in SQL, for asking about many organisations in one query."""

from datetime import date

from django.db.models import Case, CharField, Exists, FilteredRelation, OuterRef, Q, Value, When

from members.organisations.models.dues import Agreement, Invoice
from members.organisations.rules import DuesRule, Reason, Right, last_due_in_arrears

TERM = "term_then"


def term_then(*, on: date) -> FilteredRelation:
    """The membership term that holds on that day; terms do not overlap, so it is one or none."""
    not_over = Q(membership_terms__until_on__isnull=True) | Q(membership_terms__until_on__gt=on)
    return FilteredRelation("membership_terms", condition=Q(membership_terms__from_on__lte=on) & not_over)


def is_behind(*, on: date, rule: DuesRule) -> Q:
    """An invoice has been open for the rule's years, and no payment plan holds."""
    overdue = Invoice.objects.open_on(on).filter(
        organisation=OuterRef("pk"), due_on__lte=last_due_in_arrears(rule, on=on)
    )
    return Q(Exists(overdue)) & ~Q(Exists(Agreement.objects.on(on).filter(organisation=OuterRef("pk"))))


def lack_of(right: Right, *, on: date, rule: DuesRule) -> Case:
    """The `Reason` why the right is missing, and an empty text when the organisation has it."""
    cases = [
        When(**{f"{TERM}__isnull": True}, then=Value(Reason.NOT_A_MEMBER.value)),
        When(**{f"{TERM}__category__may_{right.value}": False}, then=Value(Reason.CATEGORY.value)),
    ]
    if right in rule.suspends:
        cases.append(When(is_behind(on=on, rule=rule), then=Value(Reason.DUES.value)))
    return Case(*cases, default=Value(""), output_field=CharField())
