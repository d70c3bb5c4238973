"""What decisions tell the apps above, after commit."""

from django.dispatch import Signal

# Sent with `decision=`: it was numbered and its members may answer.
decision_opened = Signal()
# Sent with `decision=`: it was taken or it lapsed.
decision_settled = Signal()
