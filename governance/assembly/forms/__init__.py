"""What is typed in a meeting: by members (`voting`, `objecting`) and at the secretariat's desk (`desk`)."""

from governance.assembly.forms.objecting import ObjectionForm
from governance.assembly.forms.voting import BallotForm, PaperForm, ProxyForm, RegistrationForm

__all__ = ["BallotForm", "ObjectionForm", "PaperForm", "ProxyForm", "RegistrationForm"]
