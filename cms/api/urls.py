from django.urls import re_path

from cms.api import editors, v1
from cms.api.caching import each, public
from cms.api.problems import nothing_here

patterns, namespace, instance = v1.api.urls
urlpatterns = each([*patterns, re_path("", nothing_here)], public)
public_api = (urlpatterns, namespace, instance)
editors_api = editors.urls
