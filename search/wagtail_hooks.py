from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.admin import searched_report


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [path("reports/searched/", searched_report, name="searched")]


@hooks.register("register_reports_menu_item")
def searched_item() -> MenuItem:
    return MenuItem(_("What was searched"), reverse("searched"), name="searched", icon_name="search")
