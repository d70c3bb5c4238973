from governance.decisions.models.answer import Answer, Interest, Presence, Reading, Recusal
from governance.decisions.models.body import Body, Office
from governance.decisions.models.decision import Decision
from governance.decisions.models.follow_up import FollowUp

__all__ = ["Answer", "Body", "Decision", "FollowUp", "Interest", "Office", "Presence", "Reading", "Recusal"]
