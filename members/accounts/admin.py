"""The secretariat's screens for people: who has an account, and inviting those who have none."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

from members.accounts import actions, queries
from members.accounts.models import Invitation, User

PERSON = {"email", "name", "language", "time_zone", "is_staff", "is_superuser", "groups"}


class AccountScreen(AccountView):
    """Wagtail's, without the first and last name: a person of ours has one name, written under her own profile."""

    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, NameEmailSettingsPanel)]


class NewPersonForm(UserCreationForm):
    """A person without a password: they sign in by a mailed code, or choose one. Mostly one invites instead."""

    first_name = None
    last_name = None

    class Meta(UserCreationForm.Meta):
        fields: ClassVar = PERSON


class PersonForm(UserEditForm):
    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        fields: ClassVar = PERSON | {"is_active"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        itself = kwargs.get("editing_self", False)
        super().__init__(*args, **kwargs)
        if itself:
            del self.fields["is_staff"]


class PeopleViewSet(UserViewSet):
    """Wagtail's screens for users, for people who have one name and no username."""

    create_template_name = "accounts/admin/new_person.html"
    edit_template_name = "accounts/admin/person.html"

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[User]]:  # noqa: FBT001, FBT002 - Wagtail's
        return PersonForm if for_update else NewPersonForm


class InvitationForm(forms.ModelForm[Invitation]):
    class Meta:
        model = Invitation
        fields = ("email", "name", "language")

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if queries.has_account(email):
            raise forms.ValidationError(_("Somebody with this e-mail address has an account already."))
        return email


class CorrectionForm(forms.ModelForm[Invitation]):
    """The address stays as it was mailed: for another one there is another invitation."""

    class Meta:
        model = Invitation
        fields = ("name", "language")


class InviteView(CreateView):
    def save_instance(self) -> Invitation:
        asked = {name: self.form.cleaned_data[name] for name in ("email", "name", "language")}
        return actions.invite(asked.pop("email"), invited_by=self.request.user, now=timezone.now(), **asked)


class InvitationViewSet(ModelViewSet):
    model = Invitation
    icon = "mail"
    menu_label = _("Invitations")
    add_to_settings_menu = True
    add_view_class = InviteView
    list_display = ("email", "name", "invited_at", "until_at", "accepted_at")
    ordering = ("-invited_at",)

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[Invitation]]:  # noqa: FBT001, FBT002 - Wagtail's
        return CorrectionForm if for_update else InvitationForm
