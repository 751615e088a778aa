"""Shows what an outline brings, and asks what shall become of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from app.exchange.outline import Outline
from widgets.common.labelled import Labelled
from widgets.common.small_panel import SmallPanel
from widgets.common.text_field import TextField
from widgets.common.words import tr, words

MAP_OF_ITS_OWN, STAGES, ONTO = "map", "stages", "onto"
SHOWN: Final = 4  # first lines of the file
LONGEST: Final = 40  # letters of a name that are shown


class OutlinePanel(SmallPanel):
    """A map of its own named after the file, stages of the funnel, or branches of what is selected."""

    def __init__(self, outline: Outline, path: Path, selected: str) -> None:
        firsts = [item.text for item in outline.items if item.parent < 0]
        about = tr("funnel.import.about", n=len(outline.items), firsts=len(firsts))
        super().__init__(tr("funnel.import.title", file=path.name), about, tr("funnel.import.do"))
        for line in (*(f"• {_short(text)}" for text in firsts[:SHOWN]), *map(words, outline.warnings)):
            self._note(line)
        if len(firsts) > SHOWN:
            self._note(tr("funnel.import.more", n=len(firsts) - SHOWN))
        self.choices = {
            MAP_OF_ITS_OWN: QRadioButton(tr("funnel.import.map")),
            STAGES: QRadioButton(tr("funnel.import.stages")),
        }
        if selected:
            self.choices[ONTO] = QRadioButton(tr("funnel.import.onto", title=_short(selected)).replace("&", "&&"))
        self.name = Labelled(TextField())
        self.name.set_label(tr("funnel.import.name"))
        self.name.field.setText(path.stem)
        for key, button in self.choices.items():
            button.setAccessibleName(button.text().replace("&&", "&"))
            self.fields.addWidget(button)
            if key == MAP_OF_ITS_OWN:
                self.fields.addWidget(self.name)
                button.toggled.connect(self.name.setEnabled)
        self.choices[MAP_OF_ITS_OWN].setChecked(True)

    @property
    def goes(self) -> str:
        """What shall become of the outline."""
        return next(key for key, button in self.choices.items() if button.isChecked())

    def _note(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("look", "setting-note")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.fields.addWidget(label)


def _short(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
