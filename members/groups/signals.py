"""What the groups tell the apps above, after commit."""

from django.dispatch import Signal

# sender=Post, post=Post: somebody wrote in a discussion.
post_published = Signal()

# sender=DocumentVersion, version=DocumentVersion: a document or a newer version of it was added.
version_added = Signal()
