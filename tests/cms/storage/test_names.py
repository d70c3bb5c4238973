"""Names by content: no two contents share one, and nothing hostile gets into one."""

import re
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st

from cms.storage.names import content_name, digest, ending, shelf_name

PLAIN = re.compile(r"[0-9a-f]{8}/[0-9a-f]{64}(\.[a-z0-9]{1,10})?$")


@given(st.binary(max_size=200), st.text(max_size=60))
def test_whatever_a_file_is_called_its_name_is_plain(content: bytes, wanted: str) -> None:
    name = shelf_name(f"papers/{wanted.replace('/', '').replace(chr(92), '')}", content=ContentFile(content))

    assert PLAIN.search(name), name
    assert sha256(content).hexdigest() in name


@given(st.binary(max_size=300))
def test_bytes_and_files_have_the_same_name(content: bytes) -> None:
    file = ContentFile(content)

    assert digest(content) == digest(file)
    assert file.read() == content


def test_text_is_named_by_its_bytes() -> None:
    text: Any = "cerf-volant"

    assert digest(ContentFile(text)) == sha256(b"cerf-volant").hexdigest()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("plan.PDF", ".pdf"),
        ("archive.tar.gz", ".gz"),
        ("plan", ""),
        (".htaccess", ""),
        ("plan.p df", ""),
        ("plan.php\x00.pdf", ".pdf"),
        ("plan." + "a" * 11, ""),
        ("plan.été", ""),
    ],
)
def test_only_a_plain_ending_is_kept(name: str, kept: str) -> None:
    assert ending(name) == kept
    assert content_name(b"", like=name) == sha256(b"").hexdigest() + kept


def test_a_folder_of_another_system_is_a_folder() -> None:
    assert shelf_name("papers\\2026\\plan.pdf", content=ContentFile(b"")).startswith("papers/2026/")
