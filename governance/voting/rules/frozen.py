"""Majorities and quorums as a ballot keeps them: JSON, frozen from the statutes."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from governance.statutes.rules import Base, Majority, Quorum


def written_share(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}"


def majority_json(majority: Majority) -> dict[str, Any]:
    return {
        "share": written_share(majority.share),
        "base": str(majority.base),
        "strict": int(majority.strict),
        "article": majority.article,
    }


def majority_from(written: Mapping[str, Any]) -> Majority:
    return Majority(
        share=Fraction(written["share"]),
        base=Base(written["base"]),
        strict=bool(written["strict"]),
        article=written["article"],
    )


def quorum_json(quorum: Quorum) -> dict[str, Any]:
    return {
        "share": written_share(quorum.share),
        "base": str(quorum.base),
        "counts_proxies": int(quorum.counts_proxies),
        "article": quorum.article,
    }


def quorum_from(written: Mapping[str, Any]) -> Quorum:
    """Rules that were frozen before proxies could be left out counted them."""
    return Quorum(
        share=Fraction(written["share"]),
        base=Base(written["base"]),
        counts_proxies=bool(written.get("counts_proxies", 1)),
        article=written["article"],
    )
