"""Every kind of page that strangers meet and no other list names: what editors make, its states, errors, pictures."""

import io
from datetime import timedelta
from urllib.parse import urlsplit

from django.core.files.base import ContentFile
from PIL import Image
from playwright.sync_api import Page
from pytest_django import Settings

from cms.actions import Given, record_consent, withdraw_consent
from cms.demo.network import Network
from cms.languages import TranslatedText
from cms.models import FormPage, ImageConsent, NewsPage, PlenaryImage, StandardPage
from cms.rules.consent import Use
from tests.browser.places import of_the_tree

ERRORS = ("403", "forged", "429", "500")
STATEMENTS = ("privacy", "accessibility")
ON_SCREEN = frozenset({Use.SITE})
ALT = TranslatedText(
    texts={
        "en": "A drawing: a blue kite over a field.",
        "fr": "Un dessin\u202f: un cerf-volant bleu au-dessus d’un champ.",
        "es": "Un dibujo: una cometa azul sobre un campo.",
    }
)


def of_strangers(language: str) -> dict[str, str]:
    """By name; after `hang_every_state` and with the addresses of `errors_have_addresses`."""
    kinds = {f"kind {name}": address for name, address in of_the_tree(language).items()}
    errors = {f"error {name}": f"/{language}/~error/{name}/" for name in ERRORS}
    return {**kinds, **of_the_editors(language), **errors}


def of_the_editors(language: str) -> dict[str, str]:
    """Pictures in all their states, a form that was sent, the statements, and what opted in to speak to children."""
    said = {"pictures": str(with_pictures(language).url)}
    for form in FormPage.objects.live().filter(locale__language_code=language)[:1]:
        said["form thanked"] = f"{form.url}?sent=1"
    pages = StandardPage.objects.live().filter(locale__language_code=language)
    statements = {f"{page.slug} statement": str(page.url) for page in pages.filter(slug__in=STATEMENTS)}
    spoken = pages.exclude(children_title="")
    return {**said, **statements, **{f"{page.slug} for children": urlsplit(page.children_url).path for page in spoken}}


def errors_have_addresses(settings: Settings) -> None:
    """Those of the audit."""
    settings.ROOT_URLCONF = "tests.bench.audit.urls"
    settings.CONTENT_VIEWS = {*settings.CONTENT_VIEWS, "error", "forged"}


def hang_every_state(network: Network) -> None:
    """Onto the oldest news: decoration, agreed for everything, for the screen alone, withdrawn (a placeholder)."""
    agreed, screen, withdrawn = drawing("agreed"), drawing("screen"), drawing("withdrawn")
    consent(agreed, uses=frozenset(Use), network=network)
    consent(screen, uses=ON_SCREEN, network=network)
    taken_back = consent(withdrawn, uses=ON_SCREEN, network=network)
    pictures = [drawing("decoration", decorative=True), agreed, screen, withdrawn]
    for page in NewsPage.objects.filter(translation_key=with_pictures("en").translation_key):
        page.body = [("picture", {"image": image, "caption": image.title}) for image in pictures]
        page.save()
    withdraw_consent(taken_back, by=network.people["secretary"], now=network.now)


def with_pictures(language: str) -> NewsPage:
    return NewsPage.objects.live().filter(locale__language_code=language).order_by("dated_on")[0]


def drawing(title: str, **fields: bool) -> PlenaryImage:
    out = io.BytesIO()
    Image.new("RGB", (1200, 675), "#9cc4c8").save(out, format="PNG")
    image = PlenaryImage(title=title.title(), alt_text=ALT, file=ContentFile(out.getvalue(), f"{title}.png"), **fields)
    image.save()
    return image


def consent(image: PlenaryImage, *, uses: frozenset[Use], network: Network) -> ImageConsent:
    given = Given(by="The children of the drawing", on=network.today - timedelta(days=30), uses=uses)
    return record_consent(image, given, by=network.people["secretary"], now=network.now)


def send_empty(page: Page, form: str = "main form[method=post]") -> None:
    """Past the browser's own bubbles, which no reader of another browser sees."""
    with page.expect_navigation():
        page.locator(form).first.evaluate("form => { form.noValidate = true; form.requestSubmit() }")
