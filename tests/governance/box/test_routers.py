from governance.box.models import Paper, Slot
from governance.box.routers import BoxRouter
from governance.ledger.models import Entry


def test_the_router_keeps_the_tables_apart() -> None:
    router = BoxRouter()

    assert (router.db_for_read(Slot), router.db_for_write(Slot)) == ("box", "box")
    assert (router.db_for_read(Entry), router.db_for_write(Entry)) == (None, None)
    assert (router.allow_migrate("box", "box"), router.allow_migrate("default", "ledger")) == (True, True)
    assert (router.allow_migrate("box", "ledger"), router.allow_migrate("default", "box")) == (False, False)
    assert router.allow_relation(Slot(), Paper()) is True
    assert router.allow_relation(Slot(), Entry()) is False
