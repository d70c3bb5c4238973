"""The secretariat's desk for assemblies: write one down, then run it step by step."""

from governance.assembly.admin.viewset import AssemblyViewSet

__all__ = ["AssemblyViewSet"]
