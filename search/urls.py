from django.urls import path

from search import views

app_name = "search"

urlpatterns = [
    path("", views.studies, name="studies"),
    path("complete/", views.complete, name="complete"),
    path("work/<uuid:key>/", views.work, name="work"),
    path("feed.atom", views.feed, name="feed"),
    path("studies.csv", views.table, name="csv"),
    path("help/", views.how_to, name="help"),
]
