from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from members.accounts.models import User
from members.groups.models.group import Group
from members.groups.models.reading import Person, read_by


class Topics(models.QuerySet["Topic"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        return self.filter(read_by(person, on=on, group="group"))

    def with_life(self, reader: User) -> Self:
        """With `replies`, `unread` (written by others since the reader last looked) and `last_author`."""
        read_at = ReadMark.objects.filter(topic=OuterRef("pk"), person=reader).values("read_at")
        last = Post.objects.filter(topic=OuterRef("pk")).order_by("-posted_at", "-pk")
        newer = Q(my_read_at__isnull=True) | Q(posts__posted_at__gt=F("my_read_at"))
        return self.annotate(my_read_at=Subquery(read_at)).annotate(
            replies=Count("posts") - 1,
            unread=Count("posts", filter=newer & ~Q(posts__author=reader)),
            last_author=Subquery(last.values("author__name")[:1]),
        )

    def latest_first(self) -> Self:
        return self.order_by(F("closed_at").desc(nulls_first=True), "-last_post_at", "-pk")


class Topic(models.Model):
    """A discussion: a title, an opening post and its replies."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="topics")
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(_("language"), max_length=5, choices=settings.INTERFACE_LANGUAGES)
    started_at = models.DateTimeField(_("started"))
    last_post_at = models.DateTimeField(_("last post"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = Topics.as_manager()

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["group", "-last_post_at"], name="topics_by_group_and_life"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(last_post_at__gte=F("started_at")),
                name="a_discussion_lives_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Posts(models.QuerySet["Post"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        return self.filter(read_by(person, on=on, group="topic__group"))

    def in_order(self) -> Self:
        return self.order_by("posted_at", "pk")


class Post(models.Model):
    """What one person wrote, as plain text. `form_key` names the form it came from, so that no form posts twice."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="group_posts")
    language = models.CharField(_("language"), max_length=5, choices=settings.INTERFACE_LANGUAGES)
    body = models.TextField(_("text"), max_length=20_000)
    posted_at = models.DateTimeField(_("posted"))
    form_key = models.CharField(max_length=40, default=new_key, editable=False)

    objects = Posts.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["topic", "posted_at"], name="posts_by_topic_and_time"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["author", "form_key"], name="one_post_per_author_and_form"),
        ]

    def __str__(self) -> str:
        return f"{self.author}, {self.topic}"


class ReadMark(models.Model):
    """Up to when a person has read a discussion, so that what is new comes first."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="read_marks")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="read_marks")
    read_at = models.DateTimeField(_("read"))

    class Meta:
        verbose_name = _("read mark")
        verbose_name_plural = _("read marks")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "topic"],
                name="one_read_mark_per_person_and_discussion",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.topic}"
