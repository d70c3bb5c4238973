"""Static files, given out before Django and its middleware are asked."""

from collections.abc import Iterable
from typing import Any

from whitenoise import WhiteNoise
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.string_utils import decode_path_info

from cms.front.answers import Environ, StartResponse
from cms.front.rendering import Application


class StaticFiles:
    """WhiteNoise with Django's settings (folders, hashed names) as a WSGI callable: in Django's middleware it comes
    too late for a page that Django is not asked for."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.files = WhiteNoiseMiddleware(lambda _request: None)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(self.files.static_prefix):
            found = self._file(decode_path_info(environ["PATH_INFO"]))
            if found is not None:
                return WhiteNoise.serve(found, environ, start_response)
        return self.application(environ, start_response)

    def _file(self, path: str) -> Any:
        return self.files.find_file(path) if self.files.autorefresh else self.files.files.get(path)
