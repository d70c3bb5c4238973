"""Text that exists in several languages and is one thing: a motion, a label, a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language, get_language_info

LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, kw_only=True)
class Said:
    """A text and the language that it came in, so that a page can mark it."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True)
class TranslatedText:
    """`texts` by language code, empty ones left out; `prevails` is the one that binds when they differ."""

    texts: Mapping[str, str] = field(default_factory=dict)
    prevails: str = "en"

    def said(self, language: str) -> Said:
        """In `language`; else in the one that prevails; else in any there is; else nothing."""
        for candidate in (language, self.prevails, *self.texts):
            if self.texts.get(candidate):
                return Said(text=self.texts[candidate], language=candidate)
        return Said(text="", language=language)

    def __str__(self) -> str:
        return self.said(site_language()).text

    def __bool__(self) -> bool:
        return any(self.texts.values())

    def __hash__(self) -> int:
        return hash((tuple(sorted(self.texts.items())), self.prevails))

    def to_json(self) -> dict[str, str]:
        return {**{code: text for code, text in self.texts.items() if text}, "prevails": self.prevails}

    @classmethod
    def from_json(cls, value: Mapping[str, str]) -> TranslatedText:
        texts = {code: text for code, text in value.items() if code != "prevails" and text}
        return cls(texts=texts, prevails=value.get("prevails", "en"))


def direction_of(language: str) -> str:
    """`rtl` or `ltr`, as HTML writes it."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def own_name(language: str) -> str:
    """A language in itself, as a label: Français, not français."""
    name: str = get_language_info(language)["name_local"]
    return name[:1].upper() + name[1:]


def translated(*, en: str = "", fr: str = "", es: str = "", ar: str = "", prevails: str = "en") -> TranslatedText:
    texts = {"en": en, "fr": fr, "es": es, "ar": ar}
    return TranslatedText(texts={code: text for code, text in texts.items() if text}, prevails=prevails)


def one_under_another(texts: Iterable[TranslatedText]) -> TranslatedText:
    """A line each, in every language by itself: what one of them does not say in a language is not borrowed."""
    lines: dict[str, list[str]] = {}
    for text in texts:
        for code, said in text.texts.items():
            lines.setdefault(code, []).append(said)
    return TranslatedText(texts={code: "\n".join(said) for code, said in lines.items()})


def site_language() -> str:
    """The language of the page that is being made, without its region: `fr` for `fr-ch`."""
    return (get_language() or "en").split("-")[0]
