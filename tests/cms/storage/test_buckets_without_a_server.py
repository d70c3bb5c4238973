"""What is said to an S3 server, and what is made of its answers; a stub stands for the server and checks each word."""

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.exceptions import ClientError
from botocore.response import StreamingBody
from botocore.stub import ANY, Stubber
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.management import call_command
from pytest_django import Settings

from cms.storage import PublicFiles, private_files
from cms.storage.buckets import anybody_may_read, prepare_buckets
from cms.storage.shelves import BucketShelf, key, s3_client

KITE = b"a kite over four roofs"


@pytest.fixture
def server(settings: Settings) -> Iterator[Stubber]:
    settings.S3_ENDPOINT_URL, settings.S3_PUBLIC_ADDRESS = "http://files.test", ""
    settings.S3_ACCESS_KEY, settings.S3_SECRET_KEY, settings.S3_REGION = "key", "secret", "us-east-1"
    settings.S3_PRIVATE_BUCKET, settings.S3_PUBLIC_BUCKET = "closed", "open"
    with Stubber(s3_client()) as stub:
        yield stub
    stub.assert_no_pending_responses()


@pytest.fixture
def shelf() -> BucketShelf:
    return BucketShelf("closed")


def test_a_file_is_put_with_its_kind_and_for_ever(server: Stubber, shelf: BucketShelf) -> None:
    server.add_response(
        "put_object",
        {},
        {
            "Bucket": "closed",
            "Key": "papers/plan.pdf",
            "Body": KITE,
            "ContentType": "application/pdf",
            "CacheControl": "public, max-age=31536000, immutable",
        },
    )

    shelf.put("papers/plan.pdf", ContentFile(KITE))


def test_a_file_of_an_unknown_kind_is_a_row_of_bytes(server: Stubber, shelf: BucketShelf) -> None:
    asked = {"Bucket": "closed", "Key": "papers/plan", "Body": KITE, "CacheControl": ANY}
    server.add_response("put_object", {}, {**asked, "ContentType": "application/octet-stream"})

    shelf.put("papers/plan", ContentFile(KITE))


def test_a_file_is_read_back(server: Stubber, shelf: BucketShelf) -> None:
    body = StreamingBody(BytesIO(KITE), len(KITE))
    server.add_response("get_object", {"Body": body}, {"Bucket": "closed", "Key": "plan.txt"})

    assert shelf.open("plan.txt").read() == KITE


def test_a_missing_file_is_not_found(server: Stubber, shelf: BucketShelf) -> None:
    server.add_client_error("get_object", "NoSuchKey", http_status_code=404)
    server.add_client_error("head_object", "404", http_status_code=404)
    server.add_client_error("head_object", "404", http_status_code=404)

    with pytest.raises(FileNotFoundError):
        shelf.open("plan.txt")
    with pytest.raises(FileNotFoundError):
        shelf.size("plan.txt")
    assert shelf.has("plan.txt") is False


def test_a_file_that_is_there_has_a_size(server: Stubber, shelf: BucketShelf) -> None:
    for _time in range(2):
        server.add_response("head_object", {"ContentLength": 22}, {"Bucket": "closed", "Key": "plan.txt"})

    assert (shelf.has("plan.txt"), shelf.size("plan.txt")) == (True, 22)


def test_a_server_in_trouble_does_not_pass_for_a_missing_file(server: Stubber, shelf: BucketShelf) -> None:
    server.add_client_error("head_object", "SlowDown", http_status_code=503)

    with pytest.raises(ClientError, match="SlowDown"):
        shelf.has("plan.txt")


def test_a_file_is_removed_by_its_key(server: Stubber, shelf: BucketShelf) -> None:
    server.add_response("delete_object", {}, {"Bucket": "closed", "Key": "plan.txt"})

    shelf.remove("plan.txt")


@pytest.mark.parametrize("name", ["/etc/passwd", "../plan.txt", "papers/../../plan.txt", ".."])
def test_no_key_leads_out_of_the_bucket(name: str) -> None:
    with pytest.raises(SuspiciousFileOperation, match="leads out of the bucket"):
        key(name)


def test_a_file_in_a_bucket_has_no_path(shelf: BucketShelf) -> None:
    with pytest.raises(NotImplementedError):
        shelf.path("plan.txt")


def test_an_address_of_a_private_file_is_signed_ends_and_names_the_file(server: Stubber) -> None:
    address = urlsplit(private_files().address("minutes/day.txt", filename="Procès-verbal.txt", seconds=60))

    asked = parse_qs(address.query)
    assert (address.netloc, address.path) == ("files.test", "/closed/minutes/day.txt")
    assert asked["X-Amz-Expires"] == ["60"]
    assert asked["response-content-disposition"] == ["attachment; filename*=utf-8''Proc%C3%A8s-verbal.txt"]
    assert len(asked["X-Amz-Signature"][0]) == 64
    assert "secret" not in address.query


def test_no_address_is_signed_for_what_leads_out_of_the_bucket(server: Stubber) -> None:
    with pytest.raises(SuspiciousFileOperation):
        private_files().address("../open/day.txt", filename="day.txt")


def test_a_public_file_is_found_at_the_server_or_at_the_address_before_it(server: Stubber, settings: Settings) -> None:
    plain = PublicFiles().url("images/kite 1.svg")
    settings.S3_PUBLIC_ADDRESS = "https://media.kite.example"

    assert plain == "http://files.test/open/images/kite%201.svg"
    assert PublicFiles().url("images/kite 1.svg") == "https://media.kite.example/images/kite%201.svg"


def test_buckets_are_made_once_and_only_one_of_them_is_open(
    server: Stubber, capsys: pytest.CaptureFixture[str]
) -> None:
    server.add_response("create_bucket", {}, {"Bucket": "closed"})
    server.add_client_error("create_bucket", "BucketAlreadyOwnedByYou", expected_params={"Bucket": "open"})
    server.add_response("put_bucket_policy", {}, {"Bucket": "open", "Policy": ANY})

    call_command("prepare_storage")

    assert "open and closed are ready." in capsys.readouterr().out


def test_a_bucket_that_cannot_be_made_is_no_secret(server: Stubber) -> None:
    server.add_client_error("create_bucket", "AccessDenied")

    with pytest.raises(ClientError, match="AccessDenied"):
        prepare_buckets()


def test_the_policy_opens_single_files_and_no_list() -> None:
    rule = {"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::open/*"]}

    assert anybody_may_read("open")["Statement"] == [rule]
