"""How much of a file is read, and what reading it may cost. Constants, with their units and reasons."""

MEGABYTE = 1024 * 1024

# Bytes. The largest study of such a series, with its photographs, has some 6 MB; a scanned book, which says nothing
# without a text layer anyhow, has hundreds.
MOST_BYTES = 25 * MEGABYTE
# Bytes of plain text: a thousand pages of letters. More is a log or a dump.
MOST_BYTES_OF_TEXT = 2 * MEGABYTE
# Bytes that a Word file may have once unpacked. Photographs do not shrink in a zip, so an honest file doubles at most.
MOST_BYTES_UNPACKED = 80 * MEGABYTE
# Unpacked bytes per packed byte, for one part. XML shrinks to a twentieth; a bomb to a thousandth.
MOST_UNPACKING = 150
# Bytes below which a part may shrink as it likes: a page of spaces is no bomb.
HARMLESS_PART = 1 * MEGABYTE
# Parts of a Word file. The office programs write some twenty, and one for each picture.
MOST_PARTS = 3_000

# Pages that a paper may have to be read whole. A case study has two to eight.
MOST_PAGES = 60
# Pages that are read for a search at most: what a long report says first is what it is about.
MOST_PAGES_FOR_SEARCH = 300
# Characters on one page: the smallest print that anybody reads gives 20,000.
MOST_CHARACTERS_OF_A_PAGE = 60_000
# Characters of a whole paper: 60 close pages.
MOST_CHARACTERS = 400_000
# Characters that a search keeps of one paper.
MOST_CHARACTERS_FOR_SEARCH = 1_000_000
# Points (1/72 inch): the long side of A0 has 3,370. A larger page is a plan or a trap.
LONGEST_SIDE = 5_000
# Drawn shapes of a page in which boxes are looked for; a map has a hundred thousand.
MOST_SHAPES = 2_000

# Bytes of address space for the reading process. Python, PDFium and lxml take some 300 MB of addresses (a tenth of it
# in memory); the rest is room for the largest honest file.
MOST_MEMORY = 900 * MEGABYTE
# Seconds of processor time. An honest paper of 60 pages takes one; 300 pages take four.
MOST_PROCESSOR_SECONDS = 20
# Seconds on the clock, for a machine that has much else to do.
MOST_SECONDS = 40
# Bytes that the reading process may write: the lines of the longest paper with their places.
MOST_BYTES_SAID = 32 * MEGABYTE
