"""What can happen to what is published: consent recorded and withdrawn, pictures withheld, pages going live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision, UploadedFile

from cms.chores import try_each
from cms.models import Answer, FormPage, ImageConsent, PictureRefused, PlenaryImage, TranslationCheck
from cms.queries import (
    lacks_consent,
    original_of,
    pictures_no_longer_printed,
    pictures_without_consent,
    public_uses,
)
from cms.rules.consent import Use, prints_everywhere
from cms.storage.waiting import has_waited_too_long
from members.accounts.models import User


class TranslationRefused(ValidationError):
    """Why a translation cannot be called still right."""


class ConsentRefused(ValidationError):
    """Why a consent cannot be recorded or withdrawn."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a consent form says. No country means everywhere."""

    by: str
    on: date
    uses: frozenset[Use]
    guardian: str = ""
    territory: frozenset[str] = frozenset()
    until_on: date | None = None
    form: File[bytes] | None = None


@transaction.atomic
def record_consent(image: PlenaryImage, given: Given, *, by: User, now: datetime) -> ImageConsent:
    """Writes it down; a picture that was withheld for want of it is shown again.

    Raises ConsentRefused when it names no use, lies in the future or was over before it is written down.
    """
    held = _locked(image)
    _check(held, given, on=now.date())
    consent = ImageConsent.objects.create(
        image=held,
        given_by=given.by,
        guardian=given.guardian,
        given_on=given.on,
        uses=" ".join(sorted(given.uses)),
        territory=" ".join(sorted(given.territory)),
        until_on=given.until_on,
        form=given.form or "",
        recorded_by=by,
        recorded_at=now,
    )
    if not held.shows_children:
        held.shows_children = True
        held.save(update_fields=["shows_children"])
    _weigh(held, now=now)
    log(held, "cms.record_consent", user=by, data={"consent": consent.key})
    return consent


@transaction.atomic
def withdraw_consent(consent: ImageConsent, *, by: User, now: datetime) -> ImageConsent:
    """From now on every use shows a placeholder. Withdrawn a second time, nothing more happens."""
    image = _locked(consent.image)
    held = ImageConsent.objects.select_for_update().get(pk=consent.pk)
    if held.withdrawn_at is not None:
        return held
    held.withdrawn_at, held.withdrawn_by = now, by
    held.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _weigh(image, now=now)
    log(image, "cms.withdraw_consent", user=by, data={"consent": held.key})
    return held


def withhold_pictures(*, now: datetime) -> int:
    """What is on public pages and lost its consent, by its date or because children were seen in it: how many.

    The same for paper: what may not be printed any more stays on the screen.
    """
    today = now.date()
    found = {image.pk: image for image in (*pictures_without_consent(on=today), *pictures_no_longer_printed(on=today))}
    for image in found.values():
        with transaction.atomic():
            _weigh(_locked(image), now=now)
    return len(found)


def publish_due_pages(*, now: datetime) -> list[str]:
    """Schedules that have come, each on its own: what could not be published, in sentences.

    A refused one loses its schedule, so that it is not tried each second; its draft stays.
    """
    refusals: list[str] = []

    def publish(revision: Revision) -> None:
        try:
            _publish_due(revision, now=now)
        except PictureRefused as refusal:
            refusals.append(_refused(revision, because=" ".join(refusal.messages)))

    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    try_each(due, publish, what="Pages that could not be published as planned")
    return refusals


@transaction.atomic
def _publish_due(revision: Revision, *, now: datetime) -> None:
    """Once, also with several workers: the row is held, and whoever comes second finds it done."""
    held = Revision.objects.select_for_update().filter(pk=revision.pk, approved_go_live_at__lte=now).first()
    if held is not None:
        held.publish(log_action="wagtail.publish.scheduled")


@transaction.atomic
def _refused(revision: Revision, *, because: str) -> str:
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    log(revision.content_object, "cms.refuse_schedule", data={"why": because}, revision=revision)
    return f"{revision.object_str}: {because}"


def unpublish_due_pages(*, now: datetime) -> int:
    due = list(Page.objects.live().filter(expire_at__lte=now).order_by("expire_at", "pk"))
    for page in due:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return len(due)


def forget_answers(*, now: datetime) -> int:
    """Answers to forms that are older than their page promised.

    Asked first: deleting nothing counts as a change all the same, and every page in memory would prove itself anew.
    """
    forgotten = 0
    for page in FormPage.objects.only("pk", "keep_days"):
        old = Answer.objects.filter(page=page, submit_time__lt=now - timedelta(days=page.keep_days))
        forgotten += old.delete()[0] if old.exists() else 0
    return forgotten


def forget_uploads(*, now: datetime) -> int:
    """Files that were put into the admin and never described, with all that the camera wrote into them."""
    old = [one for one in UploadedFile.objects.order_by("pk") if has_waited_too_long(one.file.name, now=now)]
    for one in old:
        one.delete()
        one.file.storage.delete(one.file.name)
    return len(old)


@transaction.atomic
def confirm_translation(translation: Page, *, of: datetime | None, by: User, now: datetime) -> TranslationCheck:
    """Somebody has read it beside its original, as that was published at `of`. To say so twice changes nothing.

    Raises TranslationRefused when that is not what the original says today.
    """
    original = original_of(translation)
    if translation.pk == original.pk:
        raise TranslationRefused(_("This page is the original: its translations are compared with it."))
    if of is None or original.last_published_at != of:
        raise TranslationRefused(_("The original was published again after you looked. Read it, then say it again."))
    check, is_new = TranslationCheck.objects.get_or_create(
        translation=translation, original_published_at=of, defaults={"checked_at": now, "checked_by": by}
    )
    if is_new:
        log(instance=translation.specific, action="cms.confirm_translation", user=by)
    return check


def _check(image: PlenaryImage, given: Given, *, on: date) -> None:
    if not given.uses:
        raise ConsentRefused({"uses": _("Say for which uses the consent was given.")})
    if given.on > on:
        raise ConsentRefused({"given_on": _("A consent is written down when it was given, not before.")})
    if given.until_on is not None and given.until_on <= on:
        raise ConsentRefused({"until_on": _("This consent is over already. Ask for a new one.")})
    if image.consents.filter(withdrawn_at__isnull=False).exists():
        raise ConsentRefused(_("A consent for this picture was withdrawn: it is not used again. Take another picture."))


def _locked(image: PlenaryImage) -> PlenaryImage:
    return PlenaryImage.objects.select_for_update().get(pk=image.pk)


def _weigh(image: PlenaryImage, *, now: datetime) -> None:
    """Withholds the picture or gives it free, on the screen and on paper, as its consents say today.

    What was drawn from it goes first: it is remembered under what the picture was until now.
    """
    today, uses = now.date(), public_uses([image])[image.pk]
    lacking = image.shows_children and lacks_consent(image, uses=uses, on=today)
    prints = prints_everywhere((consent.said for consent in image.consents.all()), on=today)
    if (lacking, prints) == (image.is_withheld, image.print_agreed):
        return
    if lacking != image.is_withheld:
        for rendition in image.renditions.all():
            rendition.delete()
        image.withheld_at = now if lacking else None
    image.print_agreed = prints
    image.save(update_fields=["withheld_at", "print_agreed"])
