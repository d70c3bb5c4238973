"""`{{ session.user_agent|browser }}`: Firefox on Windows. `{{ secret|in_fours }}`: as it is typed from a screen."""

from django import template

from members.accounts.queries import browser_in_words

register = template.Library()
register.filter("browser", browser_in_words)


@register.filter
def in_fours(secret: str) -> str:
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
