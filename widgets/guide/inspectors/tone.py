"""What edits a line of the tone."""

from __future__ import annotations

from typing import Final

from typing_extensions import override

from app.guide.tone import ToneLine, ToneShape
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapters.tone import SIGNS
from widgets.guide.inspector import GuideInspector
from widgets.guide.inspectors.fields import PlainFields

HEAD_TEXTS: Final = {
    ToneShape.STATEMENT: "guide.inspector.statement",
    ToneShape.PAIR: "guide.inspector.pair",
    ToneShape.CONTRAST: "guide.inspector.contrast",
}


class ToneFields(PlainFields):
    """What it says depends on its shape."""

    def __init__(self) -> None:
        super().__init__()
        self.area("text")
        self.other = self.area("other")
        self.area("example")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({"example": tr("guide.tone.example.label")})

    @override
    def show_values(self) -> None:
        for line in self.things:
            labels = {
                ToneShape.STATEMENT: (tr("guide.inspector.statement"), ""),
                ToneShape.PAIR: (tr("guide.tone.do"), tr("guide.tone.dont")),
                ToneShape.CONTRAST: (tr("guide.tone.here"), tr("guide.tone.marketing")),
            }[line.shape]
            for name, label in zip(("text", "other"), labels, strict=True):
                self.texts[name].set_label(label)
            self.other.setVisible(line.shape is not ToneShape.STATEMENT)
        super().show_values()


class ToneInspector(GuideInspector):
    """A statement, a do with its don't, or how we speak here and how marketing does."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.fill_with(ToneFields())

    @override
    def show_head(self, thing: ToneLine) -> None:
        self.head.show_what(tr(HEAD_TEXTS[thing.shape]), "ops", SIGNS[thing.shape], active=True)
