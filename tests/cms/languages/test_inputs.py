"""What stands in the boxes of the browser's own calendar."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation

from cms.languages.inputs import DayInput, MomentInput
from tests.habits.house import source_files


class Meeting(forms.Form):
    on = forms.DateField(widget=DayInput)
    at = forms.DateTimeField(widget=MomentInput)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_a_day_stands_there_as_browsers_take_it_whatever_the_language(language: str) -> None:
    moment = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    with translation.override(language):
        form = Meeting(initial={"on": date(2026, 11, 22), "at": moment})

        assert 'type="date" name="on" value="2026-11-22"' in str(form["on"])
        assert 'type="datetime-local" name="at" value="2026-11-22T' in str(form["at"])


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_what_the_browser_sends_is_understood_in_every_language(language: str) -> None:
    with translation.override(language):
        form = Meeting({"on": "2026-11-22", "at": "2026-11-22T09:05"})

        assert form.is_valid(), form.errors
        assert form.cleaned_data["on"] == date(2026, 11, 22)


def test_no_form_asks_for_a_day_in_another_way() -> None:
    asking = [path for path in source_files() if "forms.DateInput" in path.read_text()]

    assert [path.name for path in asking] == ["inputs.py"]
