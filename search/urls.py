from django.urls import path

from search import views

app_name = "search"

urlpatterns = [
    path("", views.studies, name="studies"),
    path("complete/", views.complete, name="complete"),
]
