"""What accounts tell the apps above, after commit."""

from django.dispatch import Signal

# An invited person has an account now. Sent with `person` and `now`.
invitation_accepted = Signal()
