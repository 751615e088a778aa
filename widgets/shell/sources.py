"""What has to be settled before anything else of Qt is imported."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module


def read_no_sources() -> None:
    """Keep PySide from reading the source of every module that is imported from here on.

    WORKAROUND PySide6 6.11: it looks in them for `__feature__`, which nobody here uses; that costs a fifth of every
    import and keeps all sources in memory.
    """
    with suppress(ImportError):
        import_module("PySide6")
        setattr(import_module("shibokensupport.feature"), "_mod_uses_pyside", lambda _module: False)  # noqa: B010
