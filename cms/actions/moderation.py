"""What Wagtail's own workflow is called."""

from wagtail.models import Task, Workflow

# Wagtail's migrations write these two, in English whatever the site speaks.
WORKFLOW, TASK = "Moderators approval", "Moderators approval"
NAMES = {
    "en": ("A second person reads it", "Read by a second person"),
    "fr": ("Une deuxième personne relit", "Relecture par une deuxième personne"),
    "es": ("Lo lee una segunda persona", "Lectura de una segunda persona"),
}


def name_the_workflow(language: str) -> None:
    """In the words of this language; a name that somebody gave stays."""
    workflow, task = NAMES[language]
    Workflow.objects.filter(name=WORKFLOW).update(name=workflow)
    Task.objects.filter(name=TASK).update(name=task)
