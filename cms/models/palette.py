"""The palette in a model and in a form: two boxes a role, one for light screens and one for dark ones."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.rules.colour import WRITTEN
from cms.rules.palette import HOUSE, ROLES, Palette, Scheme, Weakness

SAID: dict[str, str | Promise] = {
    "paper": _("paper: the page"),
    "raised": _("raised: fields and menus"),
    "sunk": _("sunk: what is set back"),
    "band": _("band: the members’ header, the footer"),
    "ink": _("ink: text and whatever can be pressed"),
    "soft": _("soft: what may be skipped"),
    "f1": _("first facet, as text"),
    "f2": _("second facet and warnings, as text"),
    "f3": _("third facet, as text"),
    "f4": _("fourth facet, as text"),
    "ok": _("good"),
    "bad": _("bad"),
    "edge": _("edge: borders of fields"),
    "rule": _("rule: lines that only separate"),
    "f1-fill": _("first facet, filled"),
    "f2-fill": _("second facet, filled"),
    "f3-fill": _("third facet, filled"),
    "f4-fill": _("fourth facet, filled"),
}
SCHEMES: dict[str, str | Promise] = {Scheme.LIGHT: _("on light screens"), Scheme.DARK: _("on dark screens")}
PLACES = [(role, scheme) for role in ROLES for scheme in Scheme]


def complaint(weak: Weakness) -> ValidationError:
    message = _(
        "%(over)s and %(under)s (%(scheme)s) are too near: their contrast is %(ratio).1f, and %(needed).1f is needed."
    )
    told = {
        "over": f"“{SAID[weak.over]}”",
        "under": f"“{SAID[weak.under]}”",
        "scheme": SCHEMES[weak.scheme],
        "ratio": weak.ratio,
        "needed": weak.needed,
    }
    return ValidationError(message, params=told)


class PaletteWidget(forms.MultiWidget):
    """A table of boxes for `#rrggbb`; an empty one is the house's colour, which it shows."""

    template_name = "components/palette_widget.html"

    def __init__(self, *, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            f"{role}-{scheme}": forms.TextInput(
                attrs={
                    **(attrs or {}),
                    "placeholder": HOUSE[scheme][role],
                    "pattern": WRITTEN.pattern,
                    "maxlength": 7,
                    "aria-label": f"{SAID[role]}, {SCHEMES[scheme]}",
                }
            )
            for role, scheme in PLACES
        }
        super().__init__(widgets=boxes)

    def decompress(self, value: Any) -> list[str]:
        given = value or {}
        return [given.get(scheme.value, {}).get(role, "") for role, scheme in PLACES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        boxes = context["widget"]["subwidgets"]
        context["widget"]["roles"] = [
            {"said": SAID[role], "boxes": boxes[2 * at : 2 * at + 2]} for at, role in enumerate(ROLES)
        ]
        context["widget"]["schemes"] = list(SCHEMES.values())
        return context


class PaletteFormField(forms.MultiValueField):
    widget = PaletteWidget

    def __init__(self, **kwargs: Any) -> None:
        message = _("Write each colour as # and six digits, such as #1a2327.")
        boxes = [forms.RegexField(rf"^{WRITTEN.pattern}$", required=False, error_messages={"invalid": message})]
        super().__init__(fields=boxes * len(PLACES), require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> Any:
        return super().clean([str(one or "").strip().lower() for one in value or []])

    def compress(self, data_list: list[str]) -> dict[str, dict[str, str]]:
        palette: dict[str, dict[str, str]] = {}
        for (role, scheme), colour in zip(PLACES, data_list or [], strict=False):
            if colour:
                palette.setdefault(scheme.value, {})[role] = colour
        return palette


class PaletteField(models.JSONField):
    """A JSON column `{light: {role: "#rrggbb"}, dark: {…}}`; roles left out are the house's."""

    description = _("Colours of a network")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        weak = Palette.read(value).weaknesses() if value else []
        if weak:
            raise ValidationError([complaint(one) for one in weak])

    def formfield(self, **kwargs: Any) -> Any:
        accepted = {name: kwargs[name] for name in ("label", "help_text", "initial") if name in kwargs}
        told = _("What is left empty stays as it came. Whatever cannot be read on its ground is refused.")
        return PaletteFormField(
            **{"label": self.verbose_name, "help_text": self.help_text or told, "required": False, **accepted}
        )
