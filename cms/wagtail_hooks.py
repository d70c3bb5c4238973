"""What the admin gets from us: vocabularies, consents, and a word before a picture is published without one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.images.formats import get_image_format
from wagtail.images.rich_text import ImageEmbedHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from cms.admin import ConsentViewSet, ImportViewSet, TranslationViewSet
from cms.admin.completeness import GapsViewSet, say_what_is_missing
from cms.admin.vocabularies import VocabulariesGroup, keep_used_words
from cms.models import PlenaryImage, PublicPage
from cms.models.publishing import lacks_of, sentence_of

register_snippet(VocabulariesGroup)
hooks.register("before_delete_snippet", keep_used_words)
hooks.register("before_publish_page", say_what_is_missing)


@hooks.register("register_admin_viewset")
def consents() -> ConsentViewSet:
    return ConsentViewSet()


@hooks.register("register_admin_viewset")
def imports() -> ImportViewSet:
    return ImportViewSet()


@hooks.register("register_admin_viewset")
def translations() -> TranslationViewSet:
    return TranslationViewSet()


@hooks.register("register_admin_viewset")
def gaps() -> GapsViewSet:
    return GapsViewSet()


class PictureInText(ImageEmbedHandler):
    """A picture amid rich text, kept off paper as components/picture.html does it."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        found = zip(cls.get_many(attrs_list), attrs_list, strict=True)
        return [in_text(image, attrs) if image else '<img alt="">' for image, attrs in found]


def in_text(image: PlenaryImage, attrs: dict[str, Any]) -> str:
    tag = str(get_image_format(attrs["format"]).image_to_html(image, attrs.get("alt", "")))
    if not image.is_kept_off_paper:
        return tag
    words = render_to_string("components/unprinted.html", {"image": image})
    return f'<div class="offpaper">{tag}</div>{words}'


@hooks.register("register_rich_text_features", order=100)
def pictures_in_text(features: FeatureRegistry) -> None:
    features.register_embed_type(PictureInText)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="cms", codename="change_imageconsent")


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    actions.register_action("cms.record_consent", _("Record consent"), _("Recorded a consent"))
    actions.register_action("cms.withdraw_consent", _("Withdraw consent"), _("Withdrew a consent"))
    actions.register_action("cms.confirm_translation", _("Confirm translation"), _("Said that it is still right"))
    actions.register_action("cms.refuse_schedule", _("Refuse schedule"), _("Not published as planned"))


@hooks.register("insert_editor_js")
def names_of_fields() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/editor.js"))


@hooks.register("before_publish_page")
def want_consent(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is kept and the page opens again with what is wanting, one sentence a picture."""
    if not isinstance(page, PublicPage):
        return None
    moment = max(timezone.now(), page.go_live_at or timezone.now())
    sentences = [sentence_of(lack, image) for image, lack in lacks_of(page, on=moment.date())]
    for sentence in sentences:
        messages.error(request, sentence)
    return redirect("wagtailadmin_pages:edit", page.pk) if sentences else None
