from django.urls import path

from governance.plan import views

app_name = "plan"

urlpatterns = [
    path("", views.plan, name="plan"),
    path("children/", views.children, name="children"),
    path("figures.csv", views.figures_csv, name="csv"),
]
