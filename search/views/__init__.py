from search.views.public import complete, studies

__all__ = ["complete", "studies"]
