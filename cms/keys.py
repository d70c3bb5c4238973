"""Keys for addresses: short, random, and telling nothing about how many there are."""

import secrets

# Crockford's base32 alphabet, in lower case: no i, l, o or u, so that a key survives being read aloud.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10


def new_key() -> str:
    """Ten characters, fifty random bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
