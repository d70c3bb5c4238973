"""Languages, Wagtail and the policy for what a page may load."""

from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from django.utils.functional import lazy
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from cms.settings import environment as env
from cms.settings.languages import content_languages


def name_of_the_network() -> str:
    """Its short name in the language of the moment: settings name code by its address, as everywhere in Django."""
    return str(import_string("cms.models.settings.current_network")().short_name)


LANGUAGE_CODE = "en"
# The interface, the mails and every TranslatedText; whatever people choose a language for themselves from.
INTERFACE_LANGUAGES = [("en", _("English")), ("fr", _("French")), ("es", _("Spanish"))]
# Those and the ones that pages of the public site are written in besides.
LANGUAGES = content_languages(env.words("CONTENT_LANGUAGES", default="en fr es"), interface=INTERFACE_LANGUAGES)
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
# Regions and cities, which browsers know too, without the machine's own aliases (localtime, Factory, Etc/GMT+3).
WAGTAIL_USER_TIME_ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
USE_THOUSAND_SEPARATOR = False

# The network’s own name is in its settings, in the admin.
WAGTAIL_SITE_NAME = lazy(name_of_the_network, str)()
# Every component in every state, at /styleguide/: outside production only.
STYLEGUIDE = False
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = INTERFACE_LANGUAGES
# Views with text for every content language. All others exist in the interface languages alone.
CONTENT_VIEWS = {
    "wagtail_serve",
    "study",
    "study-paper",
    "study-citation",
    "study-data",
    "search:studies",
    "search:complete",
    "search:work",
    "search:feed",
    "search:csv",
    "search:help",
    "plan:plan",
    "plan:children",
    "plan:csv",
    "bulletin:archive",
    "bulletin:issue",
    "feed-news",
    "feed-events",
    "feed-publications",
    "feed-case-studies",
    "calendar",
    "calendar-event",
    "children",
}
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
# With a page beside the text: both stand on the network's sheet (templates/wagtailadmin/notifications).
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "cms.PlenaryImage"
WAGTAILDOCS_DOCUMENT_MODEL = "cms.PlenaryDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
# Wagtail's own answers a double quote with 500 on SQLite (traps.md).
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends"}}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FORMS_URLFIELD_ASSUME_HTTPS = True

# Strict everywhere; Wagtail's page editor needs inline script, so only /admin/ is relaxed (cms.urls).
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
    },
}
