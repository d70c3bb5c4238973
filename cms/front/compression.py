"""Pages that are made anew for each reader, sent shorter over slow lines."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PagesCompressed(GZipMiddleware):
    """Whole pages that a reader opened by an address alone. What is for all is kept in memory, and compressed there.

    How short an answer gets would tell a listener how well he guessed at a secret in it, if he could put his guesses
    beside it (BREACH, 2013): so answers to forms and to queries, which hold what was sent, go as they are.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if is_page_for_one(response) and request.method == "GET" and not request.META.get("QUERY_STRING"):
            return super().process_response(request, response)
        return response


def is_page_for_one(response: HttpResponseBase) -> bool:
    is_page = response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")
    return is_page and "public" not in response.headers.get("Cache-Control", "")
