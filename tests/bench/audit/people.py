"""As whom the audit walks."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Person:
    """`sees`: beginnings of the names of the views that are looked at as this person; all, if there are none."""

    who: str
    email: str = ""
    sees: tuple[str, ...] = ("",)

    def looks_at(self, view: str) -> bool:
        return view.startswith(self.sees)


PEOPLE = (
    Person(who="anonymous"),
    Person(who="member", email="teodora@kite.example"),
    Person(who="teller", email="tomasi@kite.example", sees=("assembly:sign",)),
    Person(who="co-chair", email="noor@kite.example", sees=("groups:",)),
    Person(who="committee", email="hana@kite.example", sees=("decisions:", "home:")),
    Person(who="secretariat", email="secretary@kite.example"),
)
