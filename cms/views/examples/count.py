"""A count by ranking, as the style guide draws it."""

from types import SimpleNamespace

HEADS = ["1. First choices", "2. Quispe excluded"]


def lane(name: str, word: str, kept: str, added: str, passed: str, cells: tuple[str, str]) -> SimpleNamespace:
    counted = [{"head": head, "votes": votes} for head, votes in zip(HEADS, cells, strict=True)]
    elected = word.startswith("Elected")
    parts = {"kept": kept, "added": added, "passed": passed}
    return SimpleNamespace(
        name=name, word=word, label=f"{name}: {cells[1]}", is_elected=elected, cells=counted, **parts
    )


RACE = SimpleNamespace(
    quota=24,
    width=40,
    lanes=[
        lane("Hana Obradović", "Elected, stage 1", "24", "0", "7", ("31", "24")),
        lane("Noor Halvorsen", "Elected, stage 2", "20", "5", "0", ("20", "25")),
        lane("Pavel Quispe", "Excluded, stage 2", "9", "0", "0", ("9", "–")),
    ],
    heads=HEADS,
    lost=[{"head": HEADS[0], "votes": "0"}, {"head": HEADS[1], "votes": "4"}],
)
