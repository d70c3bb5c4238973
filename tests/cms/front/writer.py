"""What another process does to the site, in a process of its own. Run as `python -m tests.cms.front.writer WHAT PAGE`.

`half` begins to publish and waits in the middle of its transaction, to be killed there.
"""

import os
import signal
import sys


def main(what: str, page: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    import django

    django.setup()
    whats = {"half": half, "publish": publish, "due": due, "hang": hang, "replace": replace}
    {**whats, "withdraw": withdraw, "rebuild": rebuild, "replay": follow}[what](page)


def publish(page: int) -> None:
    from cms.models import StandardPage

    found = StandardPage.objects.get(pk=page)
    found.lede = "Published by another process"
    found.save_revision().publish()


def half(page: int) -> None:
    from django.db import transaction

    with transaction.atomic():
        publish(page)
        sys.stdout.write("half way\n")
        sys.stdout.flush()
        signal.pause()


def due(_page: int) -> None:
    from django.utils import timezone

    from cms.tasks import publish_due

    publish_due(timezone.now())


def hang(page: int) -> None:
    """Where this process keeps its files, the web processes find them."""
    from cms.models import StandardPage
    from tests.factories.pictures import picture

    found = StandardPage.objects.get(pk=page)
    found.body = [("picture", {"image": picture(), "caption": "At the market"})]
    found.save_revision().publish()


def replace(_page: int) -> None:
    from django.core.files.base import ContentFile

    from cms.models import PlenaryImage
    from tests.factories.pictures import photograph

    image = PlenaryImage.objects.get()
    image.file = ContentFile(photograph(size=(80, 80)), name="other.jpg")
    image.save()


def withdraw(_page: int) -> None:
    from django.utils import timezone

    from cms.actions import withdraw_consent
    from cms.models import ImageConsent

    given = ImageConsent.objects.select_related("recorded_by").get()
    assert given.recorded_by is not None
    withdraw_consent(given, by=given.recorded_by, now=timezone.now())


def rebuild(_page: int) -> None:
    from django.utils import timezone

    from search import actions

    actions.rebuild(now=timezone.now())


def follow(_page: int) -> None:
    from search import actions

    actions.replay()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
