from django.urls import path

from governance.assembly.views import ballots, elections, meetings, objecting, results

app_name = "assembly"

urlpatterns = [
    path("", meetings.index, name="list"),
    path("<slug:slug>/", meetings.detail, name="detail"),
    path("<slug:slug>/register/", meetings.register, name="register"),
    path("<slug:slug>/leave/", meetings.leave, name="leave"),
    path("<slug:slug>/roll/", meetings.roll, name="roll"),
    path("<slug:slug>/roll/<slug:organisation>/object/", objecting.object_to_roll, name="object-to-roll"),
    path("<slug:slug>/minutes/object/", objecting.object_to_minutes, name="object-to-minutes"),
    path("<slug:slug>/ballots/<str:key>/challenge/", objecting.challenge, name="challenge"),
    path("<slug:slug>/papers/<int:item>.<int:number>/", objecting.paper, name="paper"),
    path("<slug:slug>/proxy/<slug:giver>/", meetings.proxy, name="proxy"),
    path("<slug:slug>/take-back/<str:key>/", meetings.take_back, name="take-back"),
    path("<slug:slug>/ballots/<str:key>/", ballots.ballot, name="ballot"),
    path("<slug:slug>/ballots/<str:key>/review/", ballots.review, name="review"),
    path("<slug:slug>/ballots/<str:key>/recorded/", ballots.recorded, name="recorded"),
    path("<slug:slug>/elections/<str:key>/", elections.paper, name="election"),
    path("<slug:slug>/elections/<str:key>/draw/", elections.draw, name="draw"),
    path("<slug:slug>/elections/<str:key>/hand-in/", elections.hand_in, name="hand-in"),
    path("<slug:slug>/results/", results.results, name="results"),
    path("<slug:slug>/counts/<str:key>/", results.sign, name="sign"),
    path("<slug:slug>/board/<str:key>/", results.board, name="board"),
]
