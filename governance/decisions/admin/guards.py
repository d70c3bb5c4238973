"""Who may enter a screen, and what it may show them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from governance.decisions import queries
from governance.decisions.models import Decision
from governance.decisions.queries import Dossier
from members.accounts.models import User


def secretary(request: HttpRequest, permission: str = "decisions.change_decision") -> User:
    """Whoever asks, when they have the permission."""
    if not isinstance(request.user, User) or not request.user.has_perm(permission):
        raise PermissionDenied
    return request.user


def dossier_for(request: HttpRequest, pk: int) -> Dossier:
    """A decision that this person may see; 404 when not."""
    by, today = secretary(request), timezone.now().date()
    key = Decision.objects.visible_to(by, on=today).filter(pk=pk).values_list("key", flat=True).first()
    found = queries.dossier(key, user=by, on=today) if key else None
    if found is None:
        raise Http404
    return found
