from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from members.accounts.models import User


class OrganisationsConfig(AppConfig):
    name = "members.organisations"
    label = "organisations"
    verbose_name = _("Organisations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from members.accounts.signals import invitation_accepted

        invitation_accepted.connect(begin_offered_role, dispatch_uid="begin_offered_role")


def begin_offered_role(*, person: "User", now: datetime, **_signal: Any) -> None:
    """Who was invited by an organisation acts for it as soon as they have an account; other offers wait."""
    from members.organisations.actions import accept_inviting_offer

    accept_inviting_offer(person, now=now)
