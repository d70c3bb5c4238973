"""What setting one paper may cost. Constants, with their units and reasons."""

MEGABYTE = 1024 * 1024

# Characters of all data together. The longest study of the series has 30,000.
MOST_CHARACTERS = 600_000
# Bytes of address space: Python, the compiler and its fonts take some 500 MB of addresses, a fifth of it in memory.
MOST_MEMORY = 1_500 * MEGABYTE
# Seconds of processor time: four pages take a quarter of one, two hundred take five.
MOST_PROCESSOR_SECONDS = 15
# Seconds on the clock, for a machine that has much else to do.
MOST_SECONDS = 30
# Bytes of the paper, above which somebody fills the disk.
MOST_BYTES = 20 * MEGABYTE
