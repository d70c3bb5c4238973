"""What a study lacks, in words for its editor, and the panel that says so."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.rules.completeness import Gap

GAPS = {
    Gap.UNPLACED: _("Some words have no place yet. Move them to where they belong, or delete them."),
    Gap.SUMMARY: _("There is no summary: lists and the search show nothing of the study."),
    Gap.IMPACT: _("There is no impact: readers do not learn what changed."),
    Gap.CONSENT: _("There is a contact without a day of consent: it is not shown."),
    Gap.FACETS: _("A country, an article, a theme, a stage or a kind of action is missing: filters pass it by."),
    Gap.PICTURE: _("The picture for social cards has no description."),
    Gap.BEHIND: _("The original was published after this translation."),
}


class GapsPanel(Panel):
    """Of what was saved last. The template asks; models know no queries."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/gaps_panel.html"
