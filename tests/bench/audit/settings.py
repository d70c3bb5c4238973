"""The demo's settings; files are given out as in production, and errors have addresses."""

from cms.settings.dev import *

ROOT_URLCONF = "tests.bench.audit.urls"
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_USE_FINDERS = False
ACCOUNT_RATE_LIMITS = False
# Errors are asked for here.
LOGGING["loggers"] = {"django.request": {"level": "CRITICAL"}}
# Who signed in when a round began is not asked again on its way: pages behind that question are looked at, too.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 24 * 60 * 60
