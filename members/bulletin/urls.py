from django.urls import include, path

from members.bulletin import views

bulletin = [path("", views.archive, name="archive"), path("<int:number>/", views.issue, name="issue")]

# Two namespaces at this address: the archive, and where a reader stops a stream.
urlpatterns = [path("mails/", include("members.delivery.urls")), path("", include((bulletin, "bulletin")))]
