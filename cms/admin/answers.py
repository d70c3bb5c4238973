"""What people sent by the forms of the site, as a table."""

from typing import Any

from wagtail.contrib.forms.views import SubmissionsListView

from cms.languages.formats import spreadsheet_cell


class AnswersView(SubmissionsListView):
    """Anybody may have written them: no spreadsheet runs them."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        said = super().preprocess_field_value(field, value, export_format)
        return spreadsheet_cell(said) if isinstance(said, str) else said
