from django.urls import path

from members.accounts import views

app_name = "accounts"

urlpatterns = [
    # In front of allauth's page of the same address, `account_login`.
    path("login/", views.sign_in, name="sign_in"),
    path("profile/", views.profile, name="profile"),
    path("security/", views.security, name="security"),
    path("invitation/<str:token>/", views.accept, name="accept"),
]
