"""What opens an account, or gives it a new password, is kept no longer than the mail that carries it."""

from django.db.models import Q

from members.delivery.models import Dispatch, Rendering
from members.delivery.rules import Stream


def forget_account_mail() -> int:
    """Empty the mails of accounts that nobody will send again; how many. Subject and digest stay.

    A mail in doubt keeps its words, because a person may still send it again.
    """
    settled = Dispatch.objects.filter(stream=Stream.ACCOUNT.value).without_open_deliveries()
    readable = Rendering.objects.filter(~Q(text="") | ~Q(html=""), dispatch__in=settled)
    return readable.update(text="", html="")
