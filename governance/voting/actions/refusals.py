"""What this app's actions raise."""


class BallotRefused(Exception):
    """It cannot happen to this ballot now; the sentence says why, to the person who tried."""
