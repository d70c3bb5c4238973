"""The tests: fast hashing, folders of their own, warnings are errors (pyproject.toml).

Services are embedded unless the environment names real ones (DATABASE_URL, ELASTICSEARCH_URL, REDIS_URL,
S3_ENDPOINT_URL, SMTP_URL): then the same tests run against those.
"""

import tempfile
from pathlib import Path

from cms.settings import environment as env
from cms.settings.base import *
from cms.settings.languages import content_languages

SECRET_KEY = "only-for-tests-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SITE_ADDRESS = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# A folder of its own a run, so that two runs at once do not meet.
WORK_DIR = Path(tempfile.mkdtemp(prefix="plenary-test-"))
MEDIA_ROOT = WORK_DIR / "media"
PRIVATE_ROOT = WORK_DIR / "private"
MAIL_DIR = WORK_DIR / "mail"
SEARCH_INDEX_DIR = WORK_DIR / "search"
# Two runs at once on one node do not meet when each has a name.
SEARCH_INDEX_NAME = env.text("TEST_INDEX_NAME", default="plenary-test")
S3_PUBLIC_BUCKET = "plenary-test-public"
S3_PRIVATE_BUCKET = "plenary-test-private"

# Files and not memory: a browser's requests come in other threads, and memory would be locked between them.
# TEST_DB names a file that `pytest --reuse-db` finds again.
TEST_DB = env.text("TEST_DB", default=str(WORK_DIR / "test.sqlite3"))
for alias, suffix in (("default", ""), ("box", "-box")):
    if "sqlite3" in DATABASES[alias]["ENGINE"]:
        DATABASES[alias]["TEST"] = {"NAME": TEST_DB + suffix}
        # A power cut may take a test's rows.
        DATABASES[alias]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"

ACCOUNT_RATE_LIMITS = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
STYLEGUIDE = True
# Pages from right to left as well.
LANGUAGES = content_languages(env.words("CONTENT_LANGUAGES", default="en fr es ar"), interface=INTERFACE_LANGUAGES)
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
