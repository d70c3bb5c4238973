"""English."""

import re

from search.language.words import Language, stop_words

STOPS = """
i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
itself they them their theirs themselves what which who whom this that these those am is are was were be been being
have has had having do does did doing would should could ought cannot a an the and but if or because as until while of
at by for with about against between into through during before after above below to from up down in out on off over
under again further then once here there when where why how all any both each few more most other some such no nor not
only own same so than too very s t ll re ve don isn aren wasn weren hasn haven hadn doesn didn won wouldn shan shouldn
couldn mustn
"""

ASKING = "many much whose"

IRREGULAR = {
    "women": "woman",
    "men": "man",
    "children": "child",
    "people": "person",
    "persons": "person",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "lives": "life",
    "wives": "wife",
    "indices": "index",
    "analyses": "analysis",
    "crises": "crisis",
    "discriminatory": "discriminate",
}

ENGLISH = Language(
    code="en",
    stemmer="english",
    stops=stop_words(STOPS, ASKING),
    irregular=IRREGULAR,
    cut=re.compile(r"'s?\b"),
)
