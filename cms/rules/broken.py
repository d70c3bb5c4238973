"""What is said when everything that says it otherwise may be what broke: database, cache, the translators' files."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Saying:
    """The same in one language; `front` leads to its first page."""

    language: str
    what: str
    then: str
    front: str
    direction: str = "ltr"


SAYINGS = (
    Saying(
        language="en",
        what="Something broke on our side",
        then="Nothing that you sent was kept halfway. Wait a minute and try again; if it breaks again, tell the "
        "secretariat.",
        front="To the front page",
    ),
    Saying(
        language="fr",
        what="Quelque chose s’est cassé chez nous",
        then="Rien de ce que vous avez envoyé n’a été gardé à moitié. Attendez une minute et réessayez\u202f; si cela "
        "recommence, dites-le au secrétariat.",
        front="Vers la page d’accueil",
    ),
    Saying(
        language="es",
        what="Algo se rompió de nuestro lado",
        then="Nada de lo que usted envió quedó a medias. Espere un minuto e inténtelo de nuevo; si vuelve a pasar, "
        "dígalo a la secretaría.",
        front="Ir a la portada",
    ),
    Saying(
        language="ar",
        what="حدث خلل من جهتنا",
        then="لم يُحفظ شيء مما أرسلتموه ناقصاً. انتظروا دقيقة ثم حاولوا مجدداً، وإن تكرر الخلل فأخبروا الأمانة.",
        front="إلى الصفحة الأولى",
        direction="rtl",
    ),
)
SPOKEN = tuple(saying.language for saying in SAYINGS)


def heard_first(wishes: Iterable[str]) -> tuple[Saying, ...]:
    """Every saying, the first language of `wishes` that is spoken before the others."""
    first = next((wish for wish in wishes if wish in SPOKEN), SPOKEN[0])
    return tuple(sorted(SAYINGS, key=lambda saying: saying.language != first))
