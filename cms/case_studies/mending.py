"""Two lines that are one: sentences that were wrapped, words that were broken."""

import re
import unicodedata

SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
HYPHENS = "-\u2010\u2011\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
BROKEN = re.compile(rf"([^\W\d_]+(?:[-’'][^\W\d_]+)*)[{HYPHENS}]$")
# Characters of a line's end that are looked at: a longer word is no word.
LONGEST_WORD = 60
ENDS = tuple('.!?:;»”"…)')
# First halves of words that keep their hyphen, as the three languages write them.
_FIRST = (
    "sage sages sous non vice semi demi mi quasi avant après arrière celui celle ceux celles peut vis là lui elle eux "
    "elles nous vous eux bien self well high low long short mid medium child youth ngo follow decision "
    "policy law cross grass rights family state community school people peer gender end face multi "
    "inter c'est au "
)
FIRST = frozenset(_FIRST.split())
# Second halves that do.
_SECOND = (
    "ci là même mêmes être t il elle ils elles on vous nous up based led friendly making makers maker wide level "
    "term known being profit governmental state specific sensitive related oriented wing group groupe groupes "
    "groups comité comités committee committees regional national nationale nationales nationaux région régions "
    "femme femmes agency agencies ministerial sectoral cutting roots to of d'œuvre"
)
SECOND = frozenset(_SECOND.split())
# Words that only look as if they had such a half.
_WHOLE = (
    "international internationale internationales internationaux multinational bienvenue bienfaisance nonobstant "
    "endless highway downtown payday midday today upstate uplevel inter-national"
)
WHOLE = frozenset(_WHOLE.split())


def clean(line: str) -> str:
    """Single plain spaces, ligatures taken apart, nothing invisible; a soft hyphen stays only at the end."""
    text = SPACES.sub(" ", INVISIBLE.sub("", line)).strip()
    text = re.sub("[\ufb00-\ufb06]", lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = re.sub("\u00ad(?!$)", "", text)
    return unicodedata.normalize("NFC", text)


def mended(before: str, after: str, *, words: frozenset[str]) -> str:
    """Two halves of a wrapped text. `words`: all that stand in the text, as they are written within lines."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    broken = BROKEN.search(before[-LONGEST_WORD:])
    rest = re.match(r"[^\W\d_]+", after)
    if not broken or not rest:
        return before + after if re.search(r"\w/$", before[-2:]) else f"{before} {after}".strip()
    if keeps_hyphen(broken[1], rest[0], words=words):
        return before[:-1] + "-" + after
    return before[:-1] + after


def keeps_hyphen(first: str, second: str, *, words: frozenset[str]) -> bool:
    first, second = first.casefold(), second.casefold()
    if f"{first}-{second}" in words or "-" in first:
        return True
    if first + second in words or first + second in WHOLE:
        return False
    if second[:1].isupper():
        return True
    last = re.split(r"[-’']", first)[-1]
    return last in FIRST and (second in SECOND or second in words)


def words_of(lines: list[str]) -> frozenset[str]:
    """As they stand within lines, not broken between two."""
    found: set[str] = set()
    broken = False
    for line in lines:
        whole = re.sub(r"^\S+", "", line) if broken else line
        broken = bool(BROKEN.search(line[-LONGEST_WORD:]))
        inside = WORD.findall((whole.rpartition(" ")[0] if broken else whole).casefold())
        found.update(inside)
        found.update(part for word in inside for part in re.split(r"[-’']", word) if "-" in word or "’" in word)
    return frozenset(found)
