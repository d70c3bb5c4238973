"""On one's own machine, and the demo: everything embedded, nothing to install."""

from django.core.management.utils import get_random_secret_key

from cms.settings import environment as env
from cms.settings.base import *
from cms.settings.languages import content_languages

DEBUG = env.text("DEBUG", default="1") == "1"


def key_of_this_machine() -> str:
    """A secret key made once and kept in VAR_DIR, so that sessions survive a restart and none is in the repository."""
    path = VAR_DIR / "secret-key"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = env.text("SECRET_KEY", default="") or key_of_this_machine()
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Nothing is collected here, and WhiteNoise warns of a folder that does not exist.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STYLEGUIDE = True
# Pages from right to left as well.
LANGUAGES = content_languages(env.words("CONTENT_LANGUAGES", default="en fr es ar"), interface=INTERFACE_LANGUAGES)
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
