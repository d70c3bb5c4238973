"""The tests: fast hashing, folders of their own, warnings are errors (pyproject.toml)."""

import tempfile
from pathlib import Path

from cms.settings.base import *  # noqa: F403 - a settings module extends the base

SECRET_KEY = "only-for-tests-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405 - from the base
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SITE_ADDRESS = "http://testserver"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WORK_DIR = Path(tempfile.mkdtemp(prefix="plenary-test-"))
MEDIA_ROOT = WORK_DIR / "media"
PRIVATE_ROOT = WORK_DIR / "private"
MAIL_DIR = WORK_DIR / "mail"
SEARCH_INDEX_DIR = WORK_DIR / "search"
SEARCH_INDEX_NAME = "plenary-test"
SMTP_URL = ""
ACCOUNT_RATE_LIMITS = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
