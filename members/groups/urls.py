from django.urls import path

from members.groups import views

app_name = "groups"

urlpatterns = [
    path("", views.group_list, name="list"),
    path("documents/<slug:key>/<int:number>/", views.download, name="download"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/people/", views.people, name="people"),
    path("<slug:slug>/why/", views.why, name="why"),
    path("<slug:slug>/join/", views.join, name="join"),
    path("<slug:slug>/ask/", views.ask, name="ask"),
    path("<slug:slug>/leave/", views.leave, name="leave"),
    path("<slug:slug>/requests/<int:request_id>/", views.answer, name="answer-request"),
    path("<slug:slug>/tasks/", views.finish_tasks, name="finish-tasks"),
    path("<slug:slug>/documents/add/", views.add_document, name="add-document"),
    path("<slug:slug>/documents/<slug:key>/add/", views.add_version, name="add-version"),
    path("<slug:slug>/discussions/", views.discussions, name="discussions"),
    path("<slug:slug>/discussions/start/", views.start, name="start"),
    path("<slug:slug>/discussions/<slug:key>/", views.topic, name="topic"),
    path("<slug:slug>/discussions/<slug:key>/close/", views.close, name="close"),
]
