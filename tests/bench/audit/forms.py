"""The forms of a page, and whether one that is sent empty is answered by a page that says what is missing."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin

from django.http import HttpResponse
from django.test import Client

from tests.bench.audit.asking import Asked, answer

FIELDS = {"input", "textarea", "select"}
SILENT = {"hidden", "submit", "button"}


@dataclass
class Form:
    action: str
    method: str
    hidden: list[tuple[str, str]] = field(default_factory=list)
    fields: int = 0

    @property
    def asks(self) -> bool:
        return self.method == "post" and self.fields > 0


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(said.get("action", ""), said.get("method", "get").lower()))
            self.inside = True
        elif self.inside and tag in FIELDS and said.get("name"):
            self._field(said)

    def _field(self, said: dict[str, str]) -> None:
        form = self.found[-1]
        if said.get("type") == "hidden":
            form.hidden.append((said["name"], said.get("value", "")))
        form.fields += said.get("type") not in SILENT

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def forms_in(html: str) -> list[Form]:
    """In the order of `document.forms`."""
    parser = _Forms()
    parser.feed(html)
    return parser.found


def said_empty(client: Client, address: str, form: Form) -> bool:
    """Whether the answer to nothing is a page that names errors: then nothing was done, and it can be looked at."""
    got = answer(
        client, Asked(url=urljoin(address, form.action) or address, method="POST", body=urlencode(form.hidden))
    )
    if got.status_code not in (200, 422) or not isinstance(got, HttpResponse):
        return False
    return 'aria-invalid="true"' in (text := got.content.decode()) or 'role="alert"' in text or "error-message" in text
