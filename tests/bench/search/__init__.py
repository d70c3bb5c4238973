"""How well and how fast the search answers: `python -m tests.bench.search --engine embedded|elasticsearch`."""
