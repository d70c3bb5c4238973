from django.urls import path

from governance.decisions import views

app_name = "decisions"

urlpatterns = [
    path("", views.register, name="register"),
    path("register.csv", views.register_csv, name="csv"),
    path("new/<slug:slug>/", views.proposal, name="propose"),
    path("<slug:key>/", views.detail, name="detail"),
    path("<slug:key>/answer/", views.answer, name="answer"),
    path("<slug:key>/recusal/", views.recusal, name="recuse"),
    path("<slug:key>/interest/", views.interest, name="declare"),
    path("<slug:key>/carried-out/", views.carried_out, name="finish"),
    path("<slug:key>/reading/", views.reading, name="read"),
    path("<slug:key>/opening/", views.open_question, name="open"),
    path("<slug:key>/withdrawal/", views.withdrawal, name="withdraw"),
]
