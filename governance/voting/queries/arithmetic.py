"""A result's arithmetic as sentences, in the language of the page: "61 of 90 votes cast = 67.8 % ≥ 2/3 (art. 14.2)"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from governance.statutes.rules import Base
from governance.voting.models import Result
from governance.voting.rules.motions import Outcome
from governance.voting.rules.stages import Action


def outcome_of(result: Result) -> str:
    outcome = Outcome(result.figures["outcome"])
    words = {
        Outcome.CARRIED: pgettext("a motion", "Carried"),
        Outcome.NOT_CARRIED: pgettext("a motion", "Not carried"),
        Outcome.NO_QUORUM: _("No quorum: nothing was decided"),
        Outcome.ELECTED: _("Elected"),
    }
    return words[outcome]


def arithmetic_of(result: Result) -> list[str]:
    """One sentence part each, in the order in which they are read."""
    return [_part(part) for part in result.arithmetic]


def stages_of(result: Result) -> list[str]:
    """What happened at each stage of a count and why, one sentence or two each."""
    names = {option.number: str(option.label) for option in result.ballot.options.all()}
    return [_stage(stage, names=names) for stage in result.stages]


def _part(part: Mapping[str, Any]) -> str:
    say: dict[str, Callable[[Mapping[str, Any]], str]] = {
        "majority": _majority,
        "quorum": _quorum,
        "abstentions": _abstentions,
        "blank": _blank,
        "seats": _seats,
    }
    return say[part["about"]](part)


def _majority(part: Mapping[str, Any]) -> str:
    sentences = {
        Base.CAST: _("%(part)s of %(whole)s votes cast = %(percent)s %(sign)s %(share)s"),
        Base.PRESENT: _("%(part)s of %(whole)s votes present = %(percent)s %(sign)s %(share)s"),
        Base.ENTITLED: _("%(part)s of %(whole)s votes entitled = %(percent)s %(sign)s %(share)s"),
    }
    return sentences[Base(part["base"])] % _shown(part) + _article(part)


def _quorum(part: Mapping[str, Any]) -> str:
    return _("quorum %(part)s of %(whole)s %(sign)s %(share)s") % _shown(part) + _article(part)


def _abstentions(part: Mapping[str, Any]) -> str:
    number = part["number"]
    words = ngettext("%(number)s abstention not counted", "%(number)s abstentions not counted", number)
    return words % {"number": number_format(number)}


def _blank(part: Mapping[str, Any]) -> str:
    number = part["number"]
    words = ngettext("%(number)s blank paper counted apart", "%(number)s blank papers counted apart", number)
    return words % {"number": number_format(number)}


def _seats(part: Mapping[str, Any]) -> str:
    words = _("%(filled)s of %(seats)s seats filled")
    return words % {"filled": part["filled"], "seats": part["seats"]} + _article(part)


def _shown(part: Mapping[str, Any]) -> dict[str, str]:
    return {
        "part": number_format(part["part"]),
        "whole": number_format(part["whole"]),
        "percent": percent(part["tenths"]),
        "sign": part["sign"],
        "share": part["share"],
    }


def percent(tenths: int) -> str:
    """678 is "67.8 %" in English and "67,8 %" in French."""
    return f"{number_format(Decimal(tenths) / 10, decimal_pos=1)}\N{NO-BREAK SPACE}%"


def _article(part: Mapping[str, Any]) -> str:
    return " " + _("(art. %(article)s)") % {"article": part["article"]} if part["article"] else ""


def _stage(stage: Mapping[str, Any], *, names: Mapping[int, str]) -> str:
    happened = _happened(stage, names=names)
    tie = _tie(stage.get("tie") or {}, names=names)
    elected = ", ".join(names[number] for number in stage.get("elected", []))
    seated = _("Elected: %(names)s.") % {"names": elected} if elected else ""
    return " ".join(part for part in (happened, tie, seated) if part)


def _happened(stage: Mapping[str, Any], *, names: Mapping[int, str]) -> str:
    sentences = {
        Action.FIRST_PREFERENCES: _("First preferences are counted."),
        Action.SURPLUS: _("The surplus of %(name)s, %(votes)s votes, is transferred."),
        Action.EXCLUSION: _("%(name)s has the fewest votes, %(votes)s, and is excluded."),
        Action.LAST_SEATS: _("As many candidates remain as there are seats."),
        "approvals": _("Approvals are counted."),
        "lot": _("The last seat is tied and goes to the lot, which gave this order: %(order)s."),
    }
    order = ", ".join(names[number] for number in stage.get("order", []))
    votes = number_format(Decimal(stage.get("value", "0")).normalize(), use_l10n=True)
    return sentences[stage["action"]] % {"name": names.get(stage.get("of", 0), ""), "votes": votes, "order": order}


def _tie(tie: Mapping[str, Any], *, names: Mapping[int, str]) -> str:
    if not tie:
        return ""
    said = {"among": ", ".join(names[n] for n in tie["among"]), "name": names[tie["chosen"]], "stage": tie["stage"]}
    if tie["stage"]:
        return _("%(among)s were level; stage %(stage)s, where they differed, decided for %(name)s.") % said
    return _("%(among)s were level at every stage; the lot fell on %(name)s.") % said
