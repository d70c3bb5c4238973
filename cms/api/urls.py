from django.urls import URLPattern, include

none: list[URLPattern] = []
public_api = include(none)
editors_api = include(none)
