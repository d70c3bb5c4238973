import pytest

from cms.case_studies.timeline import read_timeline
from cms.case_studies.values import Timeline


@pytest.mark.parametrize(
    ("text", "timeline"),
    [
        ("2011 – en cours", Timeline(begins="2011", ends="", ongoing=True)),
        ("2011 - ongoing", Timeline(begins="2011", ends="", ongoing=True)),
        ("Depuis 2011", Timeline(begins="2011", ends="", ongoing=True)),
        ("desde mayo de 2011", Timeline(begins="2011-05", ends="", ongoing=True)),
        ("enero de 2012 – actualidad", Timeline(begins="2012-01", ends="", ongoing=True)),
        ("May 2011 to present", Timeline(begins="2011-05", ends="", ongoing=True)),
        ("2011-2013", Timeline(begins="2011", ends="2013", ongoing=False)),
        ("2011-12", Timeline(begins="2011", ends="2012", ongoing=False)),
        ("2011/12", Timeline(begins="2011", ends="2012", ongoing=False)),
        ("March to June 2012", Timeline(begins="2012-03", ends="2012-06", ongoing=False)),
        ("17 mai 2011 – 3 juin 2012", Timeline(begins="2011-05-17", ends="2012-06-03", ongoing=False)),
        ("1er août 2010", Timeline(begins="2010-08-01", ends="2010-08-01", ongoing=False)),
        ("2011-05-17", Timeline(begins="2011-05-17", ends="2011-05-17", ongoing=False)),
        ("2010", Timeline(begins="2010", ends="2010", ongoing=False)),
        ("1er mars 2011 – 30 juin 2012", Timeline(begins="2011-03-01", ends="2012-06-30")),
        ("15.05.2011 – 20.06.2011", Timeline(begins="2011-05-15", ends="2011-06-20")),
        ("May 2011 onwards", Timeline(begins="2011-05", ongoing=True)),
        ("2011 en adelante", Timeline(begins="2011", ongoing=True)),
        ("2011 –", Timeline(begins="2011", ongoing=True)),
        ("Started in May 2011 and still ongoing", Timeline(begins="2011-05", ongoing=True)),
        ("desde 2011 hasta 2014", Timeline(begins="2011", ends="2014")),
        ("2011–ongoing", Timeline(begins="2011", ongoing=True)),
        ("2011 — en curso", Timeline(begins="2011", ongoing=True)),
        ("En curso", Timeline(ongoing=True)),
        ("depuis mars 2014", Timeline(begins="2014-03", ongoing=True)),
        ("À partir de septembre 2012", Timeline(begins="2012-09", ongoing=True)),
        ("January 2012 – June 2013", Timeline(begins="2012-01", ends="2013-06")),
        ("De janvier à juin 2012", Timeline(begins="2012-01", ends="2012-06")),
        ("entre enero de 2010 y diciembre de 2012", Timeline(begins="2010-01", ends="2012-12")),
        ("Del 3 al 5 de marzo de 2012", Timeline(begins="2012-03-03", ends="2012-03-05")),
        ("24–26 May 2012", Timeline(begins="2012-05-24", ends="2012-05-26")),
        ("May 24-26, 2012", Timeline(begins="2012-05-24", ends="2012-05-26")),
        ("May 24, 2012", Timeline(begins="2012-05-24", ends="2012-05-24")),
        ("03/2012 – 06/2013", Timeline(begins="2012-03", ends="2013-06")),
        ("2012-03 – 2013-06", Timeline(begins="2012-03", ends="2013-06")),
        ("17/05/2011", Timeline(begins="2011-05-17", ends="2011-05-17")),
        ("Sept. 2011 – Dec. 2012", Timeline(begins="2011-09", ends="2012-12")),
        ("janv. 2011 à aujourd’hui", Timeline(begins="2011-01", ongoing=True)),
        ("Desde 2011 hasta la fecha", Timeline(begins="2011", ongoing=True)),
    ],
)
def test_a_timeline_is_read_to_the_precision_that_it_has(text: str, timeline: Timeline) -> None:
    assert read_timeline(text) == (timeline, True)


def test_words_that_are_no_date_are_not_passed_over() -> None:
    timeline, whole = read_timeline("From 2010 until the elections of 2013")

    assert (timeline, whole) == (Timeline(begins="2010", ends="2013"), False)


@pytest.mark.parametrize("text", ["spring", "2013 to 2011", "2010, 2011 and 2014", "31 February 2011"])
def test_what_makes_no_span_is_left_to_a_person(text: str) -> None:
    assert read_timeline(text) == (Timeline(), False)
