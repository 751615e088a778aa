"""Words for the dialogs of Qt that its own translation lacks."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from resources import FOLDER

FOLDER_OF_QT: Final = FOLDER / "qt"


class QtTexts(QTranslator):
    """Answers for what stands in `resources/qt/<language>.json`: context → English → words; Qt itself for the rest."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = FOLDER_OF_QT / f"{language}.json"
        self._words: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}

    @override
    def isEmpty(self) -> bool:
        return not self._words

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        known = self._words.get(context, {}).get(sourceText)
        return (
            known or super().translate(context, sourceText, disambiguation, n) or None
        )  # "" would be shown as nothing
