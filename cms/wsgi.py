"""What the server calls: files by WhiteNoise, public pages from memory, everything else by Django."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from cms.front.front import Front
from cms.front.static import StaticFiles

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

django = get_wsgi_application()
# With DEBUG a template that changes is seen at once.
application = StaticFiles(django if settings.DEBUG else Front(django, most_bytes=settings.FRONT_BYTES))
