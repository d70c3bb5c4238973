"""The Kite network: a believable network, written for this project, to try everything on.

Wiring: it knows every app and no app knows it. Nobody and nothing in it exists.
"""
