"""Every kind of mail of the demo network says whose it is."""

import pytest

from cms.demo import bulletin, decisions
from cms.demo.network import Network
from cms.languages import LANGUAGES
from tests.browser.letters import letters

NAMES = {"en": "Kite", "fr": "Cerf-volant", "es": "Cometa"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mail_names_the_network_of_the_settings(told: Network, language: str) -> None:
    decisions.build(told)
    bulletin.build(told)

    written = dict(letters(told, language=language))

    assert len(written) == 16
    assert {kind for kind, html in written.items() if "Plenary" in html or NAMES[language] not in html} == set()
