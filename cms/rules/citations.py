"""How a study is cited: for people in a sentence, for their programs in BibTeX, RIS and CSL-JSON."""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


@dataclass(frozen=True, kw_only=True)
class Cited:
    """All that a citation says, in the study’s own language. `key` names it alone."""

    key: str
    author: str
    title: str
    series: str
    number: int | None
    publisher: str
    url: str
    language: str
    published_on: date | None
    licence: str = ""

    @property
    def year(self) -> str:
        return str(self.published_on.year) if self.published_on else ""

    @property
    def label(self) -> str:
        """By which a text refers to it, such as `coalition2024-3f2a`: letters, digits and hyphens."""
        plain = unicodedata.normalize("NFKD", self.author).encode("ascii", "ignore").decode().lower()
        first = next(iter(re.findall(r"[a-z0-9]+", plain)), "study")
        return f"{first}{self.year}-{self.key[:4]}"


def bibtex(cited: Cited) -> str:
    """Braces twice around the author: an organisation has no first name. UTF-8, as biber reads it."""
    fields = {
        "author": f"{{{in_latex(cited.author)}}}",
        "title": f"{{{in_latex(cited.title)}}}",
        "institution": in_latex(cited.publisher),
        "type": in_latex(cited.series),
        "number": str(cited.number or ""),
        "year": cited.year,
        "url": one_line(cited.url),
        "langid": cited.language,
        "note": in_latex(cited.licence),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value not in ("", "{}")]
    return "\n".join([f"@techreport{{{cited.label},", *lines, "}", ""])


def ris(cited: Cited) -> str:
    """One tag a line; a line break in a text would begin another one."""
    rows = [
        ("TY", "RPRT"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T3", cited.series),
        ("M1", str(cited.number or "")),
        ("PB", cited.publisher),
        ("PY", cited.year),
        ("DA", cited.published_on.strftime("%Y/%m/%d") if cited.published_on else ""),
        ("LA", cited.language),
        ("UR", cited.url),
        ("C1", cited.licence),
    ]
    return "".join(f"{tag}  - {one_line(text)}\r\n" for tag, text in rows if text) + "ER  - \r\n"


def csl(cited: Cited) -> str:
    """https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html: a list with one item."""
    issued = cited.published_on
    item: dict[str, Any] = {
        "id": cited.label,
        "type": "report",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "collection-title": cited.series,
        "collection-number": str(cited.number or ""),
        "publisher": cited.publisher,
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]} if issued else "",
        "URL": cited.url,
        "language": cited.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def in_latex(text: str) -> str:
    return "".join(LATEX.get(sign, sign) for sign in one_line(text))


def one_line(text: str) -> str:
    return " ".join(text.split())
