from django.urls import path

from members.organisations.views import directory, people

app_name = "organisations"

urlpatterns = [
    path("", directory.directory, name="directory"),
    # In front of the entries: no organisation has these as its address.
    path("~/offers/", people.offers, name="offers"),
    path("~/offers/<int:offer>/", people.answer, name="answer"),
    path("<slug:slug>/", directory.entry, name="entry"),
    path("<slug:slug>/people/", people.people, name="people"),
    path("<slug:slug>/people/<int:contact>/end/", people.end_role, name="end_role"),
    path("<slug:slug>/offers/<int:offer>/withdraw/", people.withdraw, name="withdraw"),
]
