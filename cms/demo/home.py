"""The front page in each language, and the site that they are on."""

from wagtail.models import Locale, Page, Site

from cms.demo.network import Network
from cms.demo.planting import spoken
from home.models import HomePage

FRONTS = {
    "en": (
        "Kite",
        "A right holds when many hands hold the line.",
        "Organisations in more than forty countries work together so that States do what they promised children, "
        "and so that children can check that they did.",
    ),
    "fr": (
        "Cerf-volant",
        "Un droit tient quand beaucoup de mains tiennent le fil.",
        "Des organisations de plus de quarante pays travaillent ensemble pour que les États fassent ce qu’ils ont "
        "promis aux enfants, et pour que les enfants puissent le vérifier.",
    ),
    "es": (
        "Cometa",
        "Un derecho se sostiene cuando muchas manos sostienen el hilo.",
        "Organizaciones de más de cuarenta países trabajan juntas para que los Estados cumplan lo que prometieron a la "
        "infancia, y para que niñas y niños puedan comprobarlo.",
    ),
    "ar": (
        "كايت",
        "يثبت الحق حين تمسك أيدٍ كثيرة بالخيط.",
        "منظمات من أكثر من أربعين بلداً تعمل معاً كي تفعل الدول ما وعدت به الأطفال، "
        "وكي يستطيع الأطفال أن يتحقّقوا من ذلك.",
    ),
}


def build(network: Network) -> None:
    root = Page.get_first_root_node() or _plant_root()
    homes = {language: _home(root, language=language) for language in spoken(FRONTS)}
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "site_name": "Kite", "root_page": homes["en"]},
    )
    # Wagtail plants a page of its own to welcome who installs it.
    for page in Page.objects.filter(depth=2).exclude(pk__in=[home.pk for home in homes.values()]):
        page.delete()


def _plant_root() -> Page:
    root: Page = Page.add_root(title="Root", slug="root", locale=_locale("en"))
    return root


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def _home(root: Page, *, language: str) -> HomePage:
    existing = HomePage.objects.filter(locale__language_code=language).first()
    if existing:
        return existing
    title, hero, lede = FRONTS[language]
    home = HomePage(title=title, slug=f"kite-{language}", locale=_locale(language), hero=hero, lede=lede)
    english = HomePage.objects.filter(locale__language_code="en").first()
    if english:
        home.translation_key = english.translation_key
    root.refresh_from_db()
    root.add_child(instance=home)
    home.save_revision().publish()
    return home
