"""How large, how long and how often: what is taken from Amazon, and what is asked of it."""

import pytest
from django.test import RequestFactory

from members.delivery.actions import listening
from members.delivery.views import reports

CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem"


@pytest.mark.parametrize("length", ["many", "-1", "1e3", "²"])
def test_a_length_that_is_no_number_is_answered_in_words(rf: RequestFactory, length: str) -> None:
    request = rf.post("/en/bulletin/mails/reports/", "{}", content_type="text/plain", CONTENT_LENGTH=length)

    answer = reports(request)

    assert (answer.status_code, answer.content) == (400, b"The length of what was posted is not a number.")


def test_a_certificate_is_fetched_once_and_never_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Answer:
        def __enter__(self) -> "Answer":
            return self

        def __exit__(self, *_error: object) -> None:
            return None

        def read(self, most: int) -> bytes:
            return b"x" * most

    def open_address(address: str, timeout: int) -> Answer:
        asked.append(address)
        return Answer()

    monkeypatch.setattr(listening, "urlopen", open_address)
    listening.fetched.cache_clear()

    contents = {listening.fetched(CERTIFICATE) for _time in range(2)}

    listening.fetched.cache_clear()
    assert asked == [CERTIFICATE]
    assert {len(content) for content in contents} == {listening.LARGEST_ANSWER}
