"""Production: every outside service is named in the environment, and nothing starts half-configured."""

from cms.settings import environment as env
from cms.settings.base import *
from cms.settings.production_needs import REQUIRED

for name in REQUIRED:
    env.required(name)

WAGTAILADMIN_BASE_URL = SITE_ADDRESS
ALLAUTH_TRUSTED_PROXY_COUNT = int(env.text("TRUSTED_PROXY_COUNT", default="1"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
# Wagtail shows a page's draft in a frame of its own site, so X_FRAME_OPTIONS is SAMEORIGIN and not DENY.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
