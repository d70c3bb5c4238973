"""The two buckets of an S3 server, made when missing: one that anybody may read, one that nobody may."""

import json

from botocore.exceptions import ClientError
from django.conf import settings

from cms.storage.shelves import s3_client

MADE_BEFORE = {"BucketAlreadyOwnedByYou", "BucketAlreadyExists"}


def prepare_buckets() -> None:
    """Safe to repeat. Needs S3_ENDPOINT_URL."""
    make_bucket(settings.S3_PRIVATE_BUCKET)
    make_bucket(settings.S3_PUBLIC_BUCKET)
    policy = json.dumps(anybody_may_read(settings.S3_PUBLIC_BUCKET))
    s3_client().put_bucket_policy(Bucket=settings.S3_PUBLIC_BUCKET, Policy=policy)


def make_bucket(bucket: str) -> None:
    try:
        s3_client().create_bucket(Bucket=bucket)
    except ClientError as error:
        if error.response["Error"]["Code"] not in MADE_BEFORE:
            raise


def anybody_may_read(bucket: str) -> dict[str, object]:
    """A bucket policy: single files may be loaded by anybody who has their address; nobody may list them."""
    rule = {"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": [f"arn:aws:s3:::{bucket}/*"]}
    return {"Version": "2012-10-17", "Statement": [rule]}
