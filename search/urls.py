from django.urls import path

from search import views

app_name = "search"

urlpatterns = [
    path("", views.studies, name="studies"),
    path("complete/", views.complete, name="complete"),
    path("work/<uuid:key>/", views.work, name="work"),
    path("feed.atom", views.feed, name="feed"),
    path("studies.csv", views.table, name="csv"),
    path("everything/", views.everything, name="everything"),
    path("everything/complete/", views.complete_everything, name="complete-everything"),
    path("everything/<str:id>/", views.one_of_everything, name="one"),
    path("help/", views.how_to, name="help"),
    path("saved/", views.saved, name="saved"),
    path("saved/new/", views.save, name="save"),
    path("saved/hear-again/", views.hear_again, name="hear-again"),
    path("saved/<str:key>/", views.change, name="change"),
    path("saved/<str:key>/pause/", views.pause, name="pause"),
    path("saved/<str:key>/resume/", views.resume, name="resume"),
    path("saved/<str:key>/delete/", views.delete, name="delete"),
]
