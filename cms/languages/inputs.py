"""Days and moments for the browser's own calendar, which takes and shows them in one form in every language."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """Without the format, Django writes 22/11/2026 on a French page, and the browser shows an empty box."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")
