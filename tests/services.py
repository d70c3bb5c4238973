"""Which services the tests found, real or embedded, and the line at the end that says so."""

from dataclasses import dataclass

import pytest
from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class Services:
    """Which of the outside services are real in this run."""

    database: bool
    search: bool
    cache: bool
    files: bool
    mail: bool

    def line(self) -> str:
        names = (
            f"database {'PostgreSQL' if self.database else 'SQLite'}",
            f"search {'Elasticsearch' if self.search else 'embedded'}",
            f"cache {'Redis' if self.cache else 'in memory'}",
            f"files {'S3' if self.files else 'on disk'}",
            f"mail {'SMTP service' if self.mail else 'SMTP inside the tests'}",
        )
        return "services: " + ", ".join(names)


def services_of_this_run() -> Services:
    return Services(
        database="postgresql" in settings.DATABASES["default"]["ENGINE"],
        search=bool(settings.ELASTICSEARCH_URL),
        cache=bool(settings.REDIS_URL),
        files=bool(settings.S3_ENDPOINT_URL),
        mail=bool(settings.SMTP_URL),
    )


@pytest.fixture(scope="session")
def real_services() -> Services:
    """What is real in this run: `real_services.search` is true when ELASTICSEARCH_URL names a node."""
    return services_of_this_run()


@pytest.fixture(scope="session", autouse=True)
def buckets(real_services: Services) -> None:
    """The S3 buckets of the tests, where files live on S3."""
    if real_services.files:
        from cms.storage.buckets import prepare_buckets

        prepare_buckets()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(services_of_this_run().line())
