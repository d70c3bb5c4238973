"""What an editor sees beside the fields: how hard the words for children are to read."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.rules.reading import Level, Reading, reading_of

LEVELS = {
    Level.NOTHING: _("Nothing is written yet."),
    Level.CHILDREN: _("Easy: children read this."),
    Level.SIMPLE: _("A little hard: cut the longest sentences."),
    Level.HARD: _("Too hard for children: short sentences, short words, one thought each."),
}


class ReadingPanel(Panel):
    """Of what was saved last. `text` names the method of the page that gives the words."""

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.text = text

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "text": self.text}

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/reading.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            reading: Reading = reading_of(getattr(self.instance, self.panel.text)())
            more = {"reading": reading, "lix": round(reading.lix), "verdict": LEVELS[reading.level]}
            return {**super().get_context_data(parent_context), **more}


class TranslationsPanel(Panel):
    """The languages that the page exists in, and whether they still say the same."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/translations_panel.html"
