"""The demo's settings; files are given out as in production, and errors have addresses."""

from cms.settings.dev import *

ROOT_URLCONF = "tests.bench.audit.urls"
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_USE_FINDERS = False
ACCOUNT_RATE_LIMITS = False
# Errors are asked for here.
LOGGING["loggers"] = {"django.request": {"level": "CRITICAL"}}
