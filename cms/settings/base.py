"""What every installation shares. Each value that differs between machines comes from the environment."""

from pathlib import Path
from typing import Any

from csp.constants import SELF

from cms.settings import environment as env
from cms.settings.content import *
from cms.settings.front import *
from cms.settings.sign_in import *

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env.text("VAR_DIR", default=str(BASE_DIR / "var")))

SECRET_KEY = env.text("SECRET_KEY", default="")
DEBUG = False
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", default="localhost 127.0.0.1 [::1]")
SITE_ADDRESS = env.text("SITE_ADDRESS", default="http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

INSTALLED_APPS = [
    "home",
    "search",
    "members.bulletin",
    "governance.plan",
    "governance.decisions",
    "governance.assembly",
    "governance.voting",
    "governance.box",
    "governance.statutes",
    "governance.ledger",
    "members.groups",
    "cms",
    "members.organisations",
    "members.delivery",
    "members.accounts",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    "guardian",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.front.compression.PagesCompressed",
    "cms.front.headers.WhoMayKeep",
    "csp.middleware.CSPMiddleware",
    "cms.middleware.RelaxedForEditors",
    "cms.middleware.NoNullCharacters",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.middleware.LanguageOfTheReader",
    "django.middleware.common.CommonMiddleware",
    "cms.middleware.FiguresAsWritten",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "members.accounts.middleware.SecondFactorForStaff",
    "members.accounts.middleware.SecondFactorForDevices",
    "members.accounts.middleware.PersonalTimeZone",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "cms.middleware.InterfaceLanguages",
    "cms.middleware.PagesByAddress",
    "cms.middleware.PicturesRefused",
    "cms.middleware.ConsentWanted",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
APPEND_SLASH = True

# What is wrong with a field is said in our words, in every form.
FORM_RENDERER = "cms.languages.errors.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context_processors.front_door",
            ],
            "builtins": ["cms.templatetags.plenary", "cms.templatetags.wayfinding"],
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": env.database("DATABASE_URL", fallback=VAR_DIR / "plenary.sqlite3"),
    # The ballot box shares no database with the roll (ballot-protocol.md §5), from the first migration on.
    "box": env.database("BOX_DATABASE_URL", fallback=VAR_DIR / "box.sqlite3", beside="DATABASE_URL"),
}
DATABASE_ROUTERS = ["governance.box.routers.BoxRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.text("REDIS_URL", default="")
CACHES = {"default": env.cache(REDIS_URL)}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "cms" / "static"]
MEDIA_URL = "/files/public/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"

S3_ENDPOINT_URL = env.text("S3_ENDPOINT_URL", default="")
S3_ACCESS_KEY = env.text("S3_ACCESS_KEY", default="")
S3_SECRET_KEY = env.text("S3_SECRET_KEY", default="")
S3_REGION = env.text("S3_REGION", default="us-east-1")
S3_PUBLIC_BUCKET = env.text("S3_PUBLIC_BUCKET", default="plenary-public")
S3_PRIVATE_BUCKET = env.text("S3_PRIVATE_BUCKET", default="plenary-private")
S3_PUBLIC_ADDRESS = env.text("S3_PUBLIC_ADDRESS", default="")
FILE_SCANNER = env.text("FILE_SCANNER", default="")
if S3_ENDPOINT_URL:
    # Pictures come from the bucket's own address, and a page may load nothing else from elsewhere.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] = [SELF, S3_PUBLIC_ADDRESS or S3_ENDPOINT_URL]

STORAGES = {
    "default": {"BACKEND": "cms.storage.PublicFiles"},
    "private": {"BACKEND": "cms.storage.PrivateFiles"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

ELASTICSEARCH_URL = env.text("ELASTICSEARCH_URL", default="")
SEARCH_INDEX_DIR = VAR_DIR / "search"
SEARCH_INDEX_NAME = env.text("SEARCH_INDEX_NAME", default="plenary")

SMTP_URL = env.text("SMTP_URL", default="")
EMAIL_BACKEND = "members.delivery.backends.LedgerBackend"
MAIL_DIR = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", default="no-reply@plenary.example")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
