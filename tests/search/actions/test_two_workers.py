"""Two workers come upon the same saved search at the same moment."""

from datetime import datetime, timedelta

import pytest

from cms.models import CaseStudyPage
from members.delivery.models import Delivery
from search.actions import rebuild, saving
from search.actions.looking import look
from search.models import SavedMatch
from search.queries.saved import due_searches
from search.rules.questions import Query
from search.rules.saved import Frequency
from search.tasks import replay_journal
from tests.at_once import at_once
from tests.factories.groups import person_of_the_network
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_workers_mail_a_match_once(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    rebuild(now=now)
    saving.save_search(person_of_the_network(), Query(text="well"), name="Wells", frequency=Frequency.AT_ONCE, now=now)
    later = now + timedelta(minutes=1)
    page = study(site_root.home("en"), "A new well")
    CaseStudyPage.objects.filter(pk=page.pk).update(first_published_at=later)
    replay_journal(later)
    reads = [due_searches(now=later).get() for _worker in range(2)]

    told = at_once(*(lambda search=search: look(search, now=later) for search in reads))

    assert sorted(told) == [0, 1]
    assert (Delivery.objects.count(), SavedMatch.objects.count()) == (1, 1)
