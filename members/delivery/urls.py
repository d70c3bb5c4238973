from django.urls import path

from members.delivery import views

app_name = "delivery"

urlpatterns = [
    path("stop/<str:token>/", views.stop, name="stop"),
    path("reports/", views.reports, name="reports"),
]
