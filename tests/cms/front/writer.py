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
    {"half": half, "publish": publish, "due": due}[what](page)


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


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
