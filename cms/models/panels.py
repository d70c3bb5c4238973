"""What an editor sees beside the fields: how hard the words for children are to read."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.languages import LANGUAGES, TranslatedText
from cms.languages.text import own_name
from cms.rules.reading import Level, Reading, reading_of

LEVELS = {
    Level.NOTHING: _("Nothing is written yet."),
    Level.CHILDREN: _("Easy: children read this."),
    Level.SIMPLE: _("A little hard: cut the longest sentences."),
    Level.HARD: _("Too hard for children: short sentences, short words, one thought each."),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """How hard the words are in one language; `language` is empty where the page has only one."""

    reading: Reading
    language: str = ""

    @property
    def name(self) -> str:
        return own_name(self.language) if self.language else ""

    @property
    def lix(self) -> int:
        return round(self.reading.lix)

    @property
    def verdict(self) -> str:
        return str(LEVELS[self.reading.level])


def lines_of(words: str | TranslatedText) -> list[Line]:
    """One for a text; one for each language of the interface for a text in several."""
    if isinstance(words, str):
        return [Line(reading=reading_of(words))]
    return [Line(reading=reading_of(words.texts.get(code, "")), language=code) for code in LANGUAGES]


class ReadingPanel(Panel):
    """Of what was saved last. `text` names the method that gives the words: a text, or one in several languages."""

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.text = text

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "text": self.text}

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/reading.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            lines = lines_of(getattr(self.instance, self.panel.text)())
            return {**super().get_context_data(parent_context), "lines": lines}


class TranslationsPanel(Panel):
    """The languages that the page exists in, and whether they still say the same."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/translations_panel.html"
