"""What an issue must have before it goes out, and what of it a second person approved."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

# A text by language code.
Texts = Mapping[str, str]


class IssueState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"


class Check(StrEnum):
    """A line of the check list."""

    HAS_SECTIONS = "has sections"
    TITLE_IN_EVERY_LANGUAGE = "title in every language"
    TEXT_IN_EVERY_LANGUAGE = "text in every language"
    LINKS_ARE_SECURE = "links are secure"
    LINKS_LEAD_SOMEWHERE = "links lead somewhere"
    TITLE_FITS_A_SUBJECT = "title fits a subject"
    PICTURES_ARE_ALLOWED = "pictures are allowed"
    HAS_READERS = "has readers"


@dataclass(frozen=True, kw_only=True)
class SectionContent:
    title: Texts
    text: Texts
    link: str
    link_label: Texts
    # The digest of its file: another picture needs another approval.
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class IssueContent:
    number: int
    title: Texts
    lead: Texts
    sections: Sequence[SectionContent]

    @property
    def sha256(self) -> str:
        """Changes with every letter, so that what is sent can be held against what was approved."""
        plain = json.dumps(asdict(self), default=dict, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Finding:
    check: Check
    is_met: bool


LONGEST_SUBJECT = 120


def findings(
    content: IssueContent,
    *,
    languages: Collection[str],
    readers: int,
    dead_links: Collection[str],
    barred_pictures: Collection[str] = (),
) -> list[Finding]:
    """Every check with its answer, in the order of the list.

    `dead_links` lead to no page of the site; `barred_pictures`, by their digests, have no consent for the bulletin.
    """
    texts = [text for section in content.sections for text in (section.title, section.text)]
    answers = {
        Check.HAS_SECTIONS: bool(content.sections),
        Check.TITLE_IN_EVERY_LANGUAGE: is_complete(content.title, languages),
        Check.TEXT_IN_EVERY_LANGUAGE: all(is_complete(text, languages) for text in texts),
        Check.LINKS_ARE_SECURE: all(not s.link or s.link.startswith("https://") for s in content.sections),
        Check.LINKS_LEAD_SOMEWHERE: not any(section.link in dead_links for section in content.sections),
        Check.TITLE_FITS_A_SUBJECT: all(is_a_subject(title) for title in content.title.values()),
        Check.PICTURES_ARE_ALLOWED: not any(section.picture in barred_pictures for section in content.sections),
        Check.HAS_READERS: readers > 0,
    }
    return [Finding(check=check, is_met=is_met) for check, is_met in answers.items()]


def is_complete(text: Texts, languages: Collection[str]) -> bool:
    return all(text.get(language) for language in languages)


def is_a_subject(title: str) -> bool:
    """One printable line: a line break would begin another header (RFC 5322 §2.2)."""
    return len(title) <= LONGEST_SUBJECT and title.isprintable()
