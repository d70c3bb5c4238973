"""Wagtail's forms in front of our actions: what an action refuses is said on the form, and nothing typed is lost."""

from typing import Any

from django.db import models
from django.http import HttpResponse
from wagtail.admin.views import generic
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from members.organisations.actions import ContactRefused, DuesRefused, TermRefused

REFUSALS = (ContactRefused, DuesRefused, TermRefused)


class NothingIsDeleted(ModelPermissionPolicy):
    """Dated rows end and papers are credited; none of them goes."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "delete" and bool(super().user_has_permission(user, action))


class NothingIsChanged(NothingIsDeleted):
    """What was sent out stays as it is; whoever may change it may look at it and add to it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "change" and super().user_has_permission(user, action)


class AddByAction(generic.CreateView):
    """`act` calls the action and returns what it made."""

    def act(self, said: dict[str, Any]) -> models.Model:
        raise NotImplementedError

    def get_initial(self) -> dict[str, Any]:
        """An address such as …/add/?organisation=7 leads to a form that is begun."""
        return {**super().get_initial(), **self.request.GET.dict()}

    def save_instance(self) -> models.Model:
        made = self.act(self.form.cleaned_data)
        log(instance=made, action="wagtail.create", user=self.request.user, content_changed=True)
        return made

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class EndByAction(generic.EditView):
    """The one change that a dated row knows: its end. `act` calls the action."""

    def act(self, said: dict[str, Any]) -> None:
        raise NotImplementedError

    def save_instance(self) -> models.Model:
        self.act(self.form.cleaned_data)
        self.object.refresh_from_db()
        log(instance=self.object, action="wagtail.edit", user=self.request.user, content_changed=True)
        ended: models.Model = self.object
        return ended

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
