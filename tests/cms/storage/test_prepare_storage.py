import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tests.services import Services


def test_without_an_s3_server_there_is_nothing_to_prepare(settings: Settings) -> None:
    settings.S3_ENDPOINT_URL = ""

    with pytest.raises(CommandError, match="Files are kept on disk here"):
        call_command("prepare_storage")


def test_preparing_twice_is_no_trouble(real_services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    if not real_services.files:
        pytest.skip("needs a real S3 server: set S3_ENDPOINT_URL (make services)")

    call_command("prepare_storage")
    call_command("prepare_storage")

    assert capsys.readouterr().out.count("plenary-test-public and plenary-test-private are ready.") == 2
