"""What a text file says again and again beside its page breaks, and how large most letters of a paper are."""

import re

from cms.case_studies.marks import PAGE_NUMBER
from cms.papers import Kind as PaperKind
from cms.papers import Paper


def most_common(sizes: list[tuple[float, int]]) -> float:
    """The size of most letters; 0 where nobody knows."""
    counted: dict[float, int] = {}
    for size, letters in sizes:
        counted[size] = counted.get(size, 0) + letters
    return max(counted, key=lambda size: counted[size]) if counted else 0.0


def repeated(paper: Paper, texts: list[str]) -> set[int]:
    """Running heads of a text file: the same short line again and again beside page breaks."""
    if paper.kind is not PaperKind.TEXT:
        return set()
    forms: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if is_beside_break(paper, texts, at) and not PAGE_NUMBER.match(text) and len(text) < 100:
            forms.setdefault(re.sub(r"\d+", "#", text.casefold()), []).append(at)
    return {at for places in forms.values() if len(places) > 1 for at in places}


def is_beside_break(paper: Paper, texts: list[str], at: int) -> bool:
    near = [other for other in (at - 1, at + 1) if 0 <= other < len(texts)]
    return any(PAGE_NUMBER.match(texts[other]) or paper.lines[other].page != paper.lines[at].page for other in near)
