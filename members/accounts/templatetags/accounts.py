"""`{{ session.user_agent|browser }}`: Firefox on Windows."""

from django import template

from members.accounts.queries import browser_in_words

register = template.Library()
register.filter("browser", browser_in_words)
