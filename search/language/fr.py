"""French."""

import re

from search.language.words import Language, rules, stop_words

STOPS = """
au aux avec ce ces dans de des du elle en et eux il ils je la le les leur lui ma mais me même mes moi mon ne nos notre
nous on ou par pas pour qu que qui sa se ses sur ta te tes toi ton tu un une vos votre vous c d j l à m n s t y étée
étées étant étants suis es êtes sont serai seras sera serons serez seront serais serait seriez seraient étais était
étiez étions étaient fus fut fûmes fûtes furent sois soit soyons soyez soient fusse fusses fussions fussiez fussent
ayant eu eue eues eus ai avons avez ont aurai aurons aurez auront aurais aurait aurions auriez auraient avais avait
aviez avaient eut eûmes eûtes eurent aie aies ait ayons ayez aient eusse eusses eût eussions eussiez eussent ceci cela
celà cet cette ici leurs quel quels quelle quelles sans soi
est son
"""

ASKING = """
combien comment pourquoi quand où quoi lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels
desquelles si
"""

IRREGULAR = {
    "yeux": "oeil",
    "travaux": "travail",
    "aïeux": "aïeul",
    "cieux": "ciel",
    "discriminatoire": "discriminer",
    "discriminatoires": "discriminer",
}

# What the stemmer leaves of a plural and of a feminine where the word is short: lois, jeux, active, directrice.
AFTER = rules((r"(?<=[aiou])s$", ""), (r"(?<=[eo]u)x$", ""), (r"(?<=[a-z]i)f$", "v"), (r"tric$", "teur"))

FRENCH = Language(
    code="fr",
    stemmer="french",
    stops=stop_words(STOPS, ASKING),
    irregular=IRREGULAR,
    after=AFTER,
    cut=re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'"),
)
