"""How well papers of the series are read: python -m tests.bench.importing [--only WORDS]"""
