from typing import Any, ClassVar

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    RequestLoginCodeForm,
    ResetPasswordForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from members.accounts.models import User


class OurLabels(forms.Form):
    """allauth's fields under the names that our pages give them, which a sentence about an error repeats."""

    our_labels: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.our_labels.items():
            self.fields[name].label = label


class SignInForm(OurLabels, LoginForm):
    our_labels: ClassVar = {"login": _("Your e-mail address")}


class CodeByMailForm(OurLabels, RequestLoginCodeForm):
    """Asks for the address under the name that the sign-in page gives it, so that one field serves every way in."""

    our_labels: ClassVar = {"email": _("Your e-mail address")}

    def add_prefix(self, field_name: str) -> str:
        return "login" if field_name == "email" else str(super().add_prefix(field_name))


class NewPasswordByMailForm(OurLabels, ResetPasswordForm):
    our_labels: ClassVar = {"email": _("Your e-mail address")}


class OtherPasswordForm(OurLabels, ChangePasswordForm):
    our_labels: ClassVar = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password, once more"),
    }


class FirstPasswordForm(OurLabels, SetPasswordForm):
    our_labels: ClassVar = {"password1": _("New password"), "password2": _("New password, once more")}


class SecondProofForm(OurLabels, AuthenticateForm):
    our_labels: ClassVar = {"code": _("Six digits, or a recovery code")}


class SecondProofAgainForm(OurLabels, ReauthenticateForm):
    our_labels: ClassVar = {"code": _("Six digits, or a recovery code")}


class AuthenticatorForm(OurLabels, ActivateTOTPForm):
    our_labels: ClassVar = {"code": _("Six digits")}


class ProfileForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ("name", "language", "time_zone")
        labels: ClassVar = {
            "name": _("Your name"),
            "language": _("Language of your mails"),
            "time_zone": _("Time zone"),
        }
        help_texts: ClassVar = {
            "name": _("As others in the network will read it."),
            "time_zone": _("Start with your region, such as “Africa/Nairobi”."),
        }
        widgets: ClassVar = {
            "name": forms.TextInput(attrs={"class": "in", "autocomplete": "name"}),
            "language": forms.Select(attrs={"class": "in"}),
            "time_zone": forms.TextInput(attrs={"class": "in", "list": "zones", "autocomplete": "off"}),
        }

    @property
    def zones(self) -> list[str]:
        """The names that the field offers while one types: regions and cities, without the machine's own aliases."""
        found: list[str] = settings.WAGTAIL_USER_TIME_ZONES
        return found


class AcceptForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        help_text=_("As others in the network will read it."),
        widget=forms.TextInput(attrs={"class": "in", "autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        help_text=_("At least ten characters. Four words that belong together only for you are good."),
        widget=forms.PasswordInput(attrs={"class": "in", "autocomplete": "new-password"}),
    )
