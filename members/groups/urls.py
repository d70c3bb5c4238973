from django.urls import path

from members.groups import views

app_name = "groups"

urlpatterns = [
    path("", views.group_list, name="list"),
    path("documents/<slug:key>/<int:number>/", views.download, name="download"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/people/", views.people, name="people"),
    path("<slug:slug>/people/end/", views.end_membership, name="end-membership"),
    path("<slug:slug>/why/", views.why, name="why"),
    path("<slug:slug>/join/", views.join, name="join"),
    path("<slug:slug>/ask/", views.ask, name="ask"),
    path("<slug:slug>/withdraw/", views.withdraw, name="withdraw"),
    path("<slug:slug>/leave/", views.leave, name="leave"),
    path("<slug:slug>/mail/", views.mail, name="mail"),
    path("<slug:slug>/requests/<slug:key>/", views.answer, name="answer-request"),
    path("<slug:slug>/tasks/", views.finish_tasks, name="finish-tasks"),
    path("<slug:slug>/tasks/add/", views.add_task, name="add-task"),
    path("<slug:slug>/tasks/<slug:key>/take/", views.take_task, name="take-task"),
    path("<slug:slug>/meetings/", views.meetings, name="meetings"),
    path("<slug:slug>/meetings/plan/", views.plan_meeting, name="plan-meeting"),
    path("<slug:slug>/meetings/<slug:key>/", views.meeting, name="meeting"),
    path("<slug:slug>/meetings/<slug:key>/meeting.ics", views.calendar, name="calendar"),
    path("<slug:slug>/meetings/<slug:key>/change/", views.change_meeting, name="change-meeting"),
    path("<slug:slug>/meetings/<slug:key>/cancel/", views.cancel_meeting, name="cancel-meeting"),
    path("<slug:slug>/meetings/<slug:key>/attendance/", views.attendance, name="attendance"),
    path("<slug:slug>/documents/add/", views.add_document, name="add-document"),
    path("<slug:slug>/documents/<slug:key>/add/", views.add_version, name="add-version"),
    path("<slug:slug>/documents/<slug:key>/readers/", views.document_readers, name="document-readers"),
    path("<slug:slug>/documents/<slug:key>/close/", views.close_document, name="close-document"),
    path("<slug:slug>/discussions/", views.discussions, name="discussions"),
    path("<slug:slug>/discussions/start/", views.start, name="start"),
    path("<slug:slug>/discussions/<slug:key>/", views.topic, name="topic"),
    path("<slug:slug>/discussions/<slug:key>/close/", views.close, name="close"),
]
