import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from members.delivery.actions import hear, stop_stream
from members.delivery.actions.listening import AmazonUnreachable
from members.delivery.queries import delivery_of_token
from members.delivery.rules.sns import SnsRefused

LARGEST_REPORT = 256 * 1024


# A mail program posts here with no cookie and no page of ours before it (RFC 8058 §3.1): the token is the proof.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks and changes nothing, because scanners follow links; POST stops the stream."""
    delivery = delivery_of_token(token)
    if delivery is None:
        raise Http404
    is_stopped = request.method == "POST" and stop_stream(delivery, now=timezone.now()) is not None
    context = {"delivery": delivery, "stream": delivery.dispatch.get_stream_display(), "is_stopped": is_stopped}
    response = render(request, "delivery/stop.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


# Amazon posts here with no cookie: its signature is the proof.
@csrf_exempt
@never_cache
@require_POST
def reports(request: HttpRequest) -> HttpResponse:
    """What SES reports through SNS. A stranger learns nothing: whatever is not signed for us is not here."""
    length = request.headers.get("Content-Length") or "0"
    if not (length.isascii() and length.isdigit()):
        return _told(_("The length of what was posted is not a number."), status=400)
    if int(length) > LARGEST_REPORT:
        raise Http404
    try:
        posted = json.loads(request.body)
        hear(posted if isinstance(posted, dict) else {}, now=timezone.now())
    except (SnsRefused, ValueError) as refusal:
        raise Http404 from refusal
    except AmazonUnreachable as silence:
        return _told(str(silence), status=503)
    return HttpResponse(status=204)


def _told(sentence: str, *, status: int) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
