from governance.statutes.models.sets import Statute, StatuteSet

__all__ = ["Statute", "StatuteSet"]
