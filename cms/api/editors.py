"""Wagtail's own API for editors' automation: under /admin/, so behind the second factor, and kept by no cache."""

from wagtail.api.v3.urls import api

from cms.api.caching import each, editors_only

patterns, namespace, instance = api.urls
urls = (each(patterns, editors_only), namespace, instance)
