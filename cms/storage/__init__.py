"""Where files live: public ones that anybody may load, private ones behind an address that soon ends.

A file is stored once and never changed: its name is the SHA-256 of its content, in a folder of its own under the
folder that the field asks for (`documents/1f0c9a2b/3a7b….pdf`), so that equal content of two rows is two files, and
deleting one row's file cannot take another's.
"""

from functools import cache

from cms.storage.files import PrivateFiles, PublicFiles
from cms.storage.names import content_name
from cms.storage.scanning import FileRefused, scan

__all__ = ["FileRefused", "PrivateFiles", "PublicFiles", "content_name", "private_files", "scan"]


@cache
def private_files() -> PrivateFiles:
    """For FileField(storage=private_files): migrations name this function and not a place."""
    return PrivateFiles()
