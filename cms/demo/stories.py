"""Publications with their files, a landing page, a form, pictures with their consents, and a page in plain words."""

import io
from datetime import timedelta
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from cms.actions import Given, record_consent
from cms.demo.network import Network
from cms.demo.planting import content, homes, plant
from cms.languages import LANGUAGES, TranslatedText
from cms.models import (
    CaseStudyIndexPage,
    FormField,
    FormPage,
    LandingPage,
    NewsPage,
    PlenaryDocument,
    PlenaryImage,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    StandardPage,
)
from cms.rules.consent import Use

Said = dict[str, Any]
SKY, INK, COLOURS = "#f1eade", "#1a2327", ("#cb4417", "#f0b23a", "#12757f", "#8e3573")


def build(network: Network) -> None:
    said, fronts = content("stories.json"), dict(homes())
    shelf = plant(fronts, said["publication_index"], lambda words: PublicationIndexPage(title=words[0]), at=network.now)
    for row in said["publications"]:
        publish(shelf, row, network=network)
    for language, page in plant(fronts, said["landing"], landing, at=network.now).items():
        lead_on(page, said["landing"][language])
    for language, page in plant(fronts, said["form"], form, at=network.now).items():
        ask(page, said["form"][language]["fields"])
    for row in said["pictures"]:
        hang(row, network=network)
    speak_to_children(said["children"])


def publish(shelf: dict[str, Any], row: Said, *, network: Network) -> None:
    on = network.today - timedelta(days=row["days_ago"])
    pages = plant(shelf, row, partial(publication, on=on, kind=row["kind"]), at=network.now)
    offered = [(language, document(*row[language]["file"])) for language in pages]
    for page in pages.values():
        PublicationFile.objects.bulk_create(
            PublicationFile(page=page, language=language, document=file, sort_order=number)
            for number, (language, file) in enumerate(offered)
        )


def publication(said: Said, *, on: Any, kind: str) -> PublicationPage:
    body = [(name, value) for name, value in said["body"]]
    return PublicationPage(title=said["title"], lede=said["lede"], dated_on=on, kind=kind, body=body)


def document(title: str, sentence: str) -> PlenaryDocument:
    found = PlenaryDocument(title=title, file=ContentFile(sheet(title, sentence), name="publication.pdf"))
    found.save()
    return found


def sheet(title: str, sentence: str) -> bytes:
    """A page of PDF 1.4 with a title and a sentence, as text that can be read aloud and searched."""
    lines = [f"BT /F 24 Tf 60 760 Td ({escaped(title)}) Tj ET"]
    lines += [f"BT /F 13 Tf 60 {720 - 20 * n} Td ({escaped(line)}) Tj ET" for n, line in enumerate(wrapped(sentence))]
    stream = "\n".join(lines).encode("cp1252")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    return assembled(parts)


def assembled(parts: list[bytes]) -> bytes:
    """The objects numbered from 1, the table of where each begins, the trailer."""
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (count, rows, count, len(out))


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\u202f", "\xa0")


def wrapped(sentence: str, *, width: int = 58) -> list[str]:
    lines = [""]
    for word in sentence.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def landing(said: Said) -> LandingPage:
    return LandingPage(title=said["title"], lede=said["lede"])


def lead_on(page: LandingPage, said: Said) -> None:
    """To pages of its own language, so it is filled when they are there."""
    ends = {
        "about": StandardPage.objects.get(locale=page.locale, slug="about"),
        "library": CaseStudyIndexPage.objects.get(locale=page.locale),
    }
    ways = [{"page": ends[name], "title": title, "text": text} for name, title, text in said["ways"]]
    quote = {"text": said["quote"][0], "said_by": said["quote"][1]}
    newest = {"kind": said["newest"][0], "heading": said["newest"][1]}
    page.body = [("ways", ways), ("quote", quote), ("newest", newest)]
    page.save()


def form(said: Said) -> FormPage:
    return FormPage(title=said["title"], lede=said["lede"], thanks=said["thanks"], keep_days=90)


def ask(page: FormPage, fields: list[list[Any]]) -> None:
    for number, (label, kind, required, more) in enumerate(fields):
        choices, hint = (more, "") if kind == "dropdown" else ("", more)
        FormField.objects.create(
            page=page,
            label=label,
            field_type=kind,
            required=required,
            choices=choices,
            help_text=hint,
            sort_order=number,
        )


def hang(row: Said, *, network: Network) -> None:
    """A drawing on a news item, in each language; one that shows children comes with their consent."""
    image = PlenaryImage(
        title=row["title"],
        alt_text=TranslatedText(texts=row["alt"]),
        file=ContentFile(DRAWINGS[row["name"]](), name=f"{row['name']}.png"),
    )
    image.save()
    if row["children"]:
        given = Given(by="The six children of the drawing", on=network.today - timedelta(days=90), uses=frozenset(Use))
        record_consent(image, given, by=network.people["secretary"], now=network.now)
    keys = list(
        NewsPage.objects.filter(locale__language_code="en").order_by("-dated_on").values_list("translation_key")
    )
    for page in NewsPage.objects.filter(translation_key=keys[row["news"]][0]):
        page.body = [
            ("picture", {"image": image, "caption": ""}),
            *[(block.block_type, block.value) for block in page.body],
        ]
        page.save()


def canvas() -> tuple[Image.Image, Any]:
    drawing = Image.new("RGB", (1200, 675), SKY)
    return drawing, ImageDraw.Draw(drawing)


def png(drawing: Image.Image) -> bytes:
    out = io.BytesIO()
    drawing.save(out, format="PNG", optimize=True)
    return out.getvalue()


def roofs() -> bytes:
    drawing, pen = canvas()
    for number, colour in enumerate(COLOURS):
        left, top = 180 + 240 * number, 90 + 50 * (number % 2)
        pen.line(((left, top + 150), (left - 60, 520)), fill=INK, width=3)
        pen.polygon(((left, top), (left + 60, top + 60), (left, top + 150), (left - 60, top + 60)), fill=colour)
    for number in range(7):
        left = number * 180 - 40
        pen.polygon(((left, 560), (left + 90, 480), (left + 180, 560)), fill=INK)
        pen.rectangle((left + 20, 560, left + 160, 675), fill="#dcd3c5")
    return png(drawing)


def circle() -> bytes:
    drawing, pen = canvas()
    pen.ellipse((300, 180, 900, 560), outline=INK, width=5)
    places = ((600, 170), (860, 270), (860, 470), (600, 570), (340, 470), (340, 270))
    for number, (x, y) in enumerate(places):
        pen.polygon(((x, y - 30), (x + 60, y + 90), (x - 60, y + 90)), fill=COLOURS[number % 4])
        pen.ellipse((x - 32, y - 84, x + 32, y - 20), fill=INK)
    return png(drawing)


DRAWINGS = {"roofs": roofs, "circle": circle}


def speak_to_children(said: Said) -> None:
    about = StandardPage.objects.filter(slug=said["page"]).values_list("translation_key", flat=True).order_by("pk")[0]
    for page in StandardPage.objects.filter(translation_key=about).select_related("locale"):
        if page.locale.language_code in LANGUAGES:
            page.children_title, page.children_body = said[page.locale.language_code]
            page.children_body = [tuple(block) for block in said[page.locale.language_code][1]]
            page.save()
