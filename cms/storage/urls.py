"""Files that are on disk; those in a bucket have addresses of the S3 server. MEDIA_URL ends in `public/`."""

from django.urls import path

from cms.storage.views import private_file, public_file

urlpatterns = [
    path("public/<path:name>", public_file, name="public-file"),
    path("<str:token>/", private_file, name="private-file"),
]
