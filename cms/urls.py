"""Wiring: which address leads to whom."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from cms.api.urls import editors_api, public_api
from cms.front.files import favicon, robots
from cms.storage.urls import urlpatterns as private_files
from cms.views import calendars, cards, feeds, sitemap, studies, styleguide, theme
from cms.views.children import page_for_children
from home.views import root
from members.accounts.admin import AccountScreen
from members.accounts.views import closed_side_door, sign_in_instead

# Wagtail would sign people in with a password alone (traps.md, "Signing in"): these two stand before its own.
side_doors = [
    path("admin/login/", sign_in_instead),
    re_path(r"^admin/password_reset/", closed_side_door),
]

handler500 = "cms.views.errors.went_wrong"

urlpatterns = [
    path("", root, name="root"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    *side_doors,
    path("admin/api/v3/", editors_api),
    path("admin/account/", require_admin_access(AccountScreen.as_view())),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("files/", include(private_files)),
    path("api/content/v1/", public_api),
    path("_allauth/", include("allauth.headless.urls")),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap-part"),
    path("cards/<uuid:key>/<slug:language>/<slug:version>.png", cards.card, name="card"),
    path("theme/<slug:version>/theme.css", theme.sheet, name="theme"),
    path("theme/<slug:version>/admin.css", theme.admin_sheet, name="theme-admin"),
    path("theme/<slug:version>/mark.svg", theme.mark, name="theme-mark"),
    path("theme/<slug:version>/font.woff2", theme.font, name="theme-font"),
    path("styleguide/", styleguide.guide, name="styleguide"),
    path("styleguide/dark.css", styleguide.dark, name="styleguide-dark"),
]

urlpatterns += i18n_patterns(
    # Wagtail's sign-in for readers of private pages takes a password alone as well: allauth's stands in its place.
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # An address that nobody confirmed would sign a stranger in: the secretariat changes addresses.
    path("accounts/email/", RedirectView.as_view(pattern_name="accounts:security")),
    path("accounts/", include("members.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("today/", include("home.urls")),
    path("search/", include("search.urls")),
    path("assembly/", include("governance.assembly.urls")),
    path("groups/", include("members.groups.urls")),
    path("decisions/", include("governance.decisions.urls")),
    path("bulletin/", include("members.bulletin.urls")),
    path("plan/", include("governance.plan.urls")),
    path("directory/", include("members.organisations.urls")),
    path("feeds/news.atom", feeds.NewsFeed(), name="feed-news"),
    path("feeds/events.atom", feeds.EventsFeed(), name="feed-events"),
    path("feeds/publications.atom", feeds.PublicationsFeed(), name="feed-publications"),
    path("feeds/case-studies.atom", feeds.CaseStudiesFeed(), name="feed-case-studies"),
    path("calendar/events.ics", calendars.events, name="calendar"),
    path("calendar/<int:page>/<str:slug>.ics", calendars.event, name="calendar-event"),
    path("children/<path:path>", page_for_children, name="children"),
    path("study/<int:number>/", studies.study, name="study"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)study\.pdf$", studies.paper, name="study-paper"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)study\.(?P<kind>bib|ris|json)$", studies.citation, name="study-citation"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)study\.jsonld$", studies.linked_data, name="study-data"),
    path("", include(wagtail_urls)),
)
