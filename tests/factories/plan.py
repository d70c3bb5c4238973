"""A plan, its priorities and its measures."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from cms.languages import translated
from governance.plan.models import Change, Indicator, Measurement, Plan, Priority


class PlanFactory(DjangoModelFactory[Plan]):
    class Meta:
        model = Plan

    title = translated(en="Our plan", fr="Notre plan", es="Nuestro plan")
    lede = translated(en="What we want to change.", fr="Ce que nous voulons changer.", es="Lo que queremos cambiar.")
    children_title = translated(en="Our plan, for you", fr="Notre plan, pour toi", es="Nuestro plan, para ti")
    children_lede = translated(en="You have rights.", fr="Tu as des droits.", es="Tú tienes derechos.")
    from_on = date(2025, 1, 1)
    until_on = date(2030, 1, 1)


class PriorityFactory(DjangoModelFactory[Priority]):
    class Meta:
        model = Priority

    plan = factory.SubFactory(PlanFactory)
    number = 1
    name = translated(en="Participation", fr="Participation", es="Participación")
    title = translated(en="Children take part", fr="Les enfants participent", es="La infancia participa")
    text = translated(en="More children decide with us.", fr="Plus d’enfants décident.", es="Más infancia decide.")
    children_title = translated(en="You have a say", fr="Tu as ton mot à dire", es="Tu voz cuenta")
    children_text = translated(en="We want to hear you.", fr="Nous voulons t’écouter.", es="Queremos escucharte.")
    children_done = translated(
        en="{now} of our {target} groups have children.",
        fr="{now} de nos {target} groupes ont des enfants.",
        es="{now} de nuestros {target} grupos tienen niñas y niños.",
    )
    children_next = translated(en="A council will meet.", fr="Un conseil se réunira.", es="Un consejo se reunirá.")


class ChangeFactory(DjangoModelFactory[Change]):
    class Meta:
        model = Change

    priority = factory.SubFactory(PriorityFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = translated(en="Laws protect defenders.", fr="Des lois protègent.", es="Las leyes protegen.")
    children_text = translated(en="Rules protect you.", fr="Des règles te protègent.", es="Hay reglas que te protegen.")


class IndicatorFactory(DjangoModelFactory[Indicator]):
    """From 1 to 9 in the five years of the plan."""

    class Meta:
        model = Indicator

    priority = factory.SubFactory(PriorityFactory)
    name = translated(en="Groups with children", fr="Groupes avec des enfants", es="Grupos con niñas y niños")
    baseline = Decimal(1)
    target = Decimal(9)
    starts_on = date(2025, 1, 1)
    by_on = date(2029, 12, 31)


class MeasurementFactory(DjangoModelFactory[Measurement]):
    class Meta:
        model = Measurement

    indicator = factory.SubFactory(IndicatorFactory)
    value = Decimal(5)
    measured_on = date(2026, 6, 1)
