from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.storage.buckets import prepare_buckets


class Command(BaseCommand):
    help = "Makes the two buckets on the S3 server: the public one for all readers, the private one for nobody."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.S3_ENDPOINT_URL:
            raise CommandError("Files are kept on disk here. Set S3_ENDPOINT_URL to keep them on an S3 server.")
        prepare_buckets()
        self.stdout.write(f"{settings.S3_PUBLIC_BUCKET} and {settings.S3_PRIVATE_BUCKET} are ready.")
