"""The journal of what changed, which index versions there are, and which edition of the vocabularies is read."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from search.rules.journal import Engine, State, What


class JournalHead(models.Model):
    """One row: the last number given, and the day that the calendar was told last. Whoever numbers entries locks it."""

    last = models.PositiveBigIntegerField(default=0)
    day = models.DateField(null=True)

    class Meta:
        verbose_name = _("head of the search journal")
        verbose_name_plural = _("heads of the search journal")

    def __str__(self) -> str:
        return str(self.last)

    @classmethod
    def locked(cls) -> JournalHead:
        """Inside the caller's transaction, which keeps the row until it ends."""
        cls.objects.get_or_create(pk=1)
        return cls.objects.select_for_update().get(pk=1)


class JournalEntryQuerySet(models.QuerySet["JournalEntry"]):
    def after(self, sequence: int) -> JournalEntryQuerySet:
        return self.filter(sequence__gt=sequence).order_by("sequence")

    def unnumbered(self) -> JournalEntryQuerySet:
        return self.filter(sequence=None).order_by("pk")


class JournalEntry(models.Model):
    """Something that the index must be told, written in the transaction of the change itself.

    It gets its number after the commit, from whoever replays: a number given by the writer would make every writer of
    the site wait for every other, and two of them for each other for ever.
    """

    sequence = models.PositiveBigIntegerField(_("sequence"), null=True, unique=True)
    what = models.CharField(_("what"), max_length=20, choices=[(kind.value, kind.value) for kind in What])
    which = models.CharField(_("which"), max_length=64, blank=True, help_text=_("A document’s id, or a row’s."))

    objects = JournalEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the search journal")
        verbose_name_plural = _("entries of the search journal")

    def __str__(self) -> str:
        return f"{self.sequence}: {self.what} {self.which}"


class IndexVersionQuerySet(models.QuerySet["IndexVersion"]):
    def live(self) -> IndexVersionQuerySet:
        return self.filter(state=State.LIVE)


class IndexVersion(models.Model):
    """One build of one engine's index; `sequence` says how far it has followed the journal."""

    engine = models.CharField(_("engine"), max_length=20, choices=[(engine.value, engine.value) for engine in Engine])
    state = models.CharField(
        _("state"), max_length=10, choices=[(state.value, state.value) for state in State], default=State.BUILDING
    )
    sequence = models.PositiveBigIntegerField(_("journal read up to"), default=0)
    documents = models.PositiveIntegerField(_("documents when built"), default=0)
    begun_at = models.DateTimeField(_("begun"))

    objects = IndexVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("index version")
        verbose_name_plural = _("index versions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["engine"], condition=Q(state="live"), name="one_live_version_per_engine"),
        ]

    def __str__(self) -> str:
        return f"{self.engine} {self.name}"

    @property
    def name(self) -> str:
        """The folder's or index's name."""
        return f"v{self.pk}"


class VocabularyEdition(models.Model):
    """One row, whose mark is another one after every change of a vocabulary, in the transaction of the change.

    A mark is never used twice, not even by a change that was rolled back, so whoever kept what he read beside its mark
    may go on using it for as long as the mark stands here.
    """

    mark = models.UUIDField(_("mark"), default=uuid.uuid4)

    class Meta:
        verbose_name = _("edition of the vocabularies")
        verbose_name_plural = _("editions of the vocabularies")

    def __str__(self) -> str:
        return str(self.mark)

    @classmethod
    def begin_another(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"mark": uuid.uuid4()})

    @classmethod
    def current(cls) -> uuid.UUID | None:
        """None where nobody wrote a row, as in a database that was emptied: then nothing may be kept."""
        return cls.objects.filter(pk=1).values_list("mark", flat=True).first()


class Lexicon(models.Model):
    """A thesaurus or word list that this site imported; each rebuild learns from it to look across languages."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    languages = models.CharField(_("languages"), max_length=200)
    concepts = models.JSONField(_("concepts"))
    imported_at = models.DateTimeField(_("imported"))

    class Meta:
        verbose_name = _("lexicon")
        verbose_name_plural = _("lexicons")

    def __str__(self) -> str:
        return self.name
