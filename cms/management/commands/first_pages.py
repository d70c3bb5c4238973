"""manage.py first_pages: what a new site begins with, for the secretariat to fill in."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail.rich_text import RichText

from cms import models
from cms.actions.moderation import name_the_workflow
from cms.languages import LANGUAGES
from cms.models import StandardPage
from home.models import HomePage

SAID: dict[str, Any] = json.loads((Path(__file__).parents[1] / "first_pages.json").read_text(encoding="utf-8"))


class Command(BaseCommand):
    help = (
        "Plants a home page in each language, the shelves below it, and drafts of the privacy and accessibility "
        "statements with blanks to fill in; names the workflow of the editors. What is there already stays as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hostname", default="localhost", help="the site's name, such as www.network.example")
        parser.add_argument("--port", type=int, default=443)
        parser.add_argument(
            "--language",
            choices=LANGUAGES,
            default=settings.LANGUAGE_CODE,
            help="what the editors speak among themselves",
        )

    @transaction.atomic
    def handle(self, *_args: Any, **options: Any) -> None:
        homes = {language: self._home(language) for language in LANGUAGES}
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": options["hostname"], "port": options["port"], "root_page": homes["en"]},
        )
        name_the_workflow(options["language"])
        for shelf in SAID["shelves"]:
            self._shelf(shelf, homes=homes)
        for statement in SAID["statements"]:
            self._statement(statement, homes=homes)

    def _home(self, language: str) -> HomePage:
        found = HomePage.objects.filter(locale__language_code=language).first()
        if found:
            return found
        title, hero, lede = SAID["homes"][language]
        locale, _new = Locale.objects.get_or_create(language_code=language)
        page = HomePage(title=title, slug=f"home-{language}", hero=hero, lede=lede, locale=locale)
        other = HomePage.objects.order_by("pk").first()
        if other:
            page.translation_key = other.translation_key
        self.stdout.write(f"/{language}/")
        planted: HomePage = Page.get_first_root_node().add_child(instance=page)
        return planted

    def _shelf(self, said: dict[str, Any], *, homes: dict[str, HomePage]) -> None:
        kind: type[Page] = getattr(models, said["kind"])
        for language, home in homes.items():
            if not kind.objects.child_of(home).exists():
                page = kind(title=said["title"][language], slug=said["slug"][language])
                self._plant(page, under=home, beside=kind.objects.child_of(homes["en"]).first())

    def _statement(self, said: dict[str, Any], *, homes: dict[str, HomePage]) -> None:
        """A draft: nobody publishes a statement with blanks in it."""
        for language, home in homes.items():
            if not StandardPage.objects.child_of(home).filter(slug=said["slug"]).exists():
                words = said[language]
                body = [(kind, RichText(value) if kind == "text" else value) for kind, value in words["body"]]
                page = StandardPage(title=words["title"], slug=said["slug"], lede=words["lede"], body=body, live=False)
                english = StandardPage.objects.child_of(homes["en"]).filter(slug=said["slug"]).first()
                self._plant(page, under=home, beside=english)
                page.save_revision()

    def _plant(self, page: Page, *, under: HomePage, beside: Page | None) -> None:
        page.locale = under.locale
        if beside is not None:
            page.translation_key = beside.translation_key
        under.add_child(instance=page)
        self.stdout.write(f"/{under.locale.language_code}/{page.slug}/")
