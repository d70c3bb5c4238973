"""What the Executive Committee decided in the last months, and the two questions that are open now."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from cms.demo.network import Network
from cms.languages import TranslatedText, translated
from governance.decisions import actions
from governance.decisions.models import Body, Decision, Office
from governance.decisions.rules import Choice, Count, OfficeRole, Procedure, Subject
from members.accounts.models import User

DATA = Path(__file__).parent / "data" / "decisions.csv"
SEATS = ("hana", "lucien", "wen", "noor", "pavel", "salma", "mateus")
ROLES = {"hana": OfficeRole.CHAIR, "lucien": OfficeRole.VICE_CHAIR, "noor": OfficeRole.TREASURER}
SPAN = timedelta(days=150)
DAYS_LATE = 10
SIGNATURE_TITLE = translated(
    en="Second signature for payments above 5,000 francs",
    fr="Deuxième signature pour les paiements de plus de 5 000 francs",
    es="Segunda firma para pagos de más de 5000 francos",
)
SIGNATURE_TEXT = translated(
    en="From next month the treasurer and one more member of the committee sign each payment above 5,000 "
    "Swiss francs. The bank is told by the secretariat.",
    fr="Dès le mois prochain, la trésorerie et un autre membre du comité signent chaque paiement de plus de "
    "5 000 francs suisses. Le secrétariat en informe la banque.",
    es="Desde el mes próximo, la tesorería y otro miembro del comité firman cada pago de más de 5000 francos "
    "suizos. La secretaría lo comunica al banco.",
)
ONLINE_TITLE = translated(
    en="Move the autumn meeting online",
    fr="Tenir la réunion d’automne en ligne",
    es="Celebrar en línea la reunión de otoño",
)
ONLINE_TEXT = translated(
    en="The Executive Committee moves its next meeting from Lima to online and gives the saved 11,400 francs "
    "to interpretation.",
    fr="Le Comité exécutif tient sa prochaine réunion en ligne plutôt qu’à Lima et consacre à "
    "l’interprétation les 11 400 francs économisés.",
    es="El Comité ejecutivo celebra en línea su próxima reunión, prevista en Lima, y destina a "
    "interpretación los 11 400 francos ahorrados.",
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A decision of the past. `due` and `done` are days, or say what is special about it."""

    procedure: Procedure
    subject: Subject
    owner: str
    votes: list[int]
    due: str
    done: str
    title: TranslatedText


def build(network: Network) -> None:
    body = seat_committee(network)
    past = rows()
    start = _start(network.now)
    step = (network.now - timedelta(days=12) - start) / len(past)
    for place, row in enumerate(past):
        _decide(body, row, network=network, at=start + step * place)
    ask_in_writing(body, network=network)
    ask_by_silence(body, network=network)


def seat_committee(network: Network) -> Body:
    body = Body.objects.create(
        slug="executive-committee",
        name=translated(en="Executive Committee", fr="Comité exécutif", es="Comité ejecutivo"),
    )
    for key in SEATS:
        role = ROLES.get(key, OfficeRole.MEMBER)
        since = network.today - timedelta(days=500)
        Office.objects.create(body=body, user=network.people[key], role=role, from_on=since)
    return body


def rows() -> list[Row]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                procedure=Procedure(row["procedure"]),
                subject=Subject(row["subject"]),
                owner=row["owner"],
                votes=[int(number) for number in row["votes"].split("-")],
                due=row["due"],
                done=row["done"],
                title=translated(en=row["en"], fr=row["fr"], es=row["es"]),
            )
            for row in csv.DictReader(file, delimiter=";")
        ]


def _start(now: datetime) -> datetime:
    """In this year, so that the register numbers on; unless the year is too young for it."""
    new_year = datetime.combine(date(now.year, 1, 5), time(9), tzinfo=now.tzinfo)
    return max(new_year, now - SPAN) if now - new_year > timedelta(days=40) else now - SPAN


def _decide(body: Body, row: Row, *, network: Network, at: datetime) -> None:
    owner = network.people[row.owner]
    taken_at = min(at + timedelta(days=8), network.now - timedelta(hours=2))
    decision = actions.propose(
        body,
        by=owner,
        title=row.title,
        text=TranslatedText(),
        procedure=row.procedure,
        subject=row.subject,
        owner=owner,
        due_on=_due_on(row, network=network, taken_on=taken_at.date()),
        now=at - timedelta(days=2),
    )
    decision = actions.open_decision(decision, by=owner, now=at)
    _settle(decision, row, network=network, at=at)
    _carry_out(decision, row, network=network)


def _due_on(row: Row, *, network: Network, taken_on: date) -> date:
    if row.due == "late":
        return network.today - timedelta(days=DAYS_LATE)
    return taken_on + timedelta(days=int(row.due) if row.due.isdecimal() else 30)


def _settle(decision: Decision, row: Row, *, network: Network, at: datetime) -> None:
    if row.procedure == Procedure.MEETING:
        votes_for, votes_against, abstentions = row.votes
        count = Count(votes_for=votes_for, votes_against=votes_against, abstentions=abstentions)
        actions.take_in_meeting(decision, count, now=at + timedelta(days=3))
        return
    if row.procedure == Procedure.WRITTEN:
        said = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)
        choices = [choice for choice, number in zip(said, row.votes, strict=True) for _ in range(number)]
        for place, (key, choice) in enumerate(zip(reversed(SEATS), choices, strict=False)):
            answered_at = at + timedelta(hours=9 * place + 5)
            actions.answer(decision, member=network.people[key], choice=choice, now=answered_at)
    if decision.deadline_at:
        actions.settle(decision, now=min(decision.deadline_at, network.now))


def _carry_out(decision: Decision, row: Row, *, network: Network) -> None:
    follow_up = decision.follow_ups.get()
    if row.due == "ratified":
        actions.ratify(decision, on=network.today - timedelta(days=1), now=network.now)
    if not row.done or follow_up.due_on is None:
        return
    done_on = follow_up.due_on + timedelta(days=int(row.done))
    if done_on <= network.today:
        actions.finish_follow_up(follow_up, on=done_on, now=network.now)


def ask_in_writing(body: Body, *, network: Network) -> Decision:
    """Everybody but the chair has answered: hers settles it."""
    noor, at = network.people["noor"], network.now - timedelta(days=3)
    decision = actions.propose(
        body,
        by=noor,
        title=SIGNATURE_TITLE,
        text=SIGNATURE_TEXT,
        procedure=Procedure.WRITTEN,
        owner=noor,
        due_on=network.today + timedelta(days=21),
        now=at - timedelta(days=1),
    )
    decision = actions.open_decision(decision, by=noor, now=at)
    for place, key in enumerate(("lucien", "wen", "noor", "salma", "mateus")):
        answered_at = at + timedelta(hours=8 * place + 1)
        actions.answer(decision, member=network.people[key], choice=Choice.FOR, now=answered_at)
    recused(decision, network.people["pavel"], words="My sister works at the bank.", now=at + timedelta(hours=50))
    return decision


def ask_by_silence(body: Body, *, network: Network) -> Decision:
    lucien, at = network.people["lucien"], network.now - timedelta(days=2)
    decision = actions.propose(
        body,
        by=lucien,
        title=ONLINE_TITLE,
        text=ONLINE_TEXT,
        procedure=Procedure.SILENCE,
        owner=lucien,
        due_on=network.today + timedelta(days=20),
        now=at - timedelta(days=1),
    )
    decision = actions.open_decision(decision, by=lucien, now=at)
    recused(decision, network.people["pavel"], words="My organisation would have been the host.", now=at)
    for key in ("lucien", "wen", "noor", "salma", "mateus"):
        actions.confirm_reading(decision, reader=network.people[key], now=at + timedelta(hours=20))
    return decision


def recused(decision: Decision, member: User, *, words: str, now: datetime) -> None:
    actions.recuse(decision, member=member, words=words, now=now)
