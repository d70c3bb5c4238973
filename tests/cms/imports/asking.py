"""What a browser sends to the import's screens."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.models import CaseStudyPage, ImportedPaper
from tests.cms.case_studies.texts import ENGLISH

INDEX = "/admin/imports/"


def upload(client: Client, *files: tuple[str, bytes]) -> Any:
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(INDEX, {"papers": sent}, follow=True)


def brought(client: Client, text: str = ENGLISH, name: str = "bell.txt") -> ImportedPaper:
    upload(client, (name, text.encode()))
    return ImportedPaper.objects.get(name=name)


def typed(client: Client, paper: ImportedPaper, **changes: Any) -> dict[str, Any]:
    """The form as the browser would send it."""
    form = client.get(reverse("imports:review", args=[paper.key])).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    counts = {f"{kind}s": count for kind, count in form.counts.items()}
    return {name: value for name, value in {**sent, **counts, **changes}.items() if value not in (None, False)}


def save(client: Client, paper: ImportedPaper, **changes: Any) -> Any:
    address = reverse("imports:review", args=[paper.key])
    return client.post(address, {**typed(client, paper, **changes), "save": "yes"}, follow=True)


def draft() -> CaseStudyPage:
    page: CaseStudyPage = CaseStudyPage.objects.get().get_latest_revision_as_object()
    return page
