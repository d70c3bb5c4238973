from django.urls import URLPattern, include, path

bulletin: list[URLPattern] = []

urlpatterns = [
    path("mails/", include("members.delivery.urls")),
    path("", include((bulletin, "bulletin"))),
]
