"""Settings under which nothing can reach a database: whoever asks for one gets ImproperlyConfigured."""

from cms.settings.test import *

DATABASES = {alias: {"ENGINE": "django.db.backends.dummy"} for alias in DATABASES}
