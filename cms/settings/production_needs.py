"""What production refuses to start without; infra/env.example says what each is for."""

REQUIRED = (
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "SITE_ADDRESS",
    "DATABASE_URL",
    "BOX_DATABASE_URL",
    "REDIS_URL",
    "ELASTICSEARCH_URL",
    "S3_ENDPOINT_URL",
    "S3_ACCESS_KEY",
    "S3_SECRET_KEY",
    "SMTP_URL",
    "DEFAULT_FROM_EMAIL",
)
