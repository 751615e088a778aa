"""What edits a level of the strikes."""

from __future__ import annotations

from typing_extensions import override

from app.guide.strikes import StrikeLevel
from resources.texts import LANGUAGES
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.number_field import NumberField
from widgets.common.text_area import TextArea
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.inspector import GuideInspector
from widgets.guide.inspectors.fields import PlainFields


class LevelFields(PlainFields):
    """Name, what is done, for how long it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.line("name", needed=True)
        self.area("action")
        self.days = Labelled(NumberField())
        self.column.addWidget(self.days)
        self.days.field.entered.connect(lambda number: self.tell(days=round(number)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.days.set_label(tr("guide.strikes.days.label"))
        self.label({"name": tr("guide.strikes.name"), "action": tr("guide.strikes.action")})

    @override
    def show_values(self) -> None:
        super().show_values()
        for level in self.things:
            self.days.field.show_number(float(level.days))


class MessageFields(FieldGroup[StrikeLevel]):
    """What the member is told, in each language."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = {code: Labelled(TextArea(3)) for code in LANGUAGES}
        for code, field in self.texts.items():
            self.column.addWidget(field)
            field.field.committed.connect(lambda text, code=code: self._on_typed(code, text))
        self.retranslate()

    def _on_typed(self, code: str, text: str) -> None:
        for level in self.things:
            said = {**dict(level.message), code: text}
            self.tell(message=tuple((key, said[key]) for key in said if said[key].strip()))

    @override
    def retranslate(self) -> None:
        for code, field in self.texts.items():
            field.set_label(tr("guide.strikes.message.in", language=code.upper()))
        self.show_values()

    @override
    def show_values(self) -> None:
        for level in self.things:
            for code, field in self.texts.items():
                field.field.show_value(dict(level.message).get(code, ""))

    @override
    def flush(self) -> None:
        for field in self.texts.values():
            field.field.flush()


class StrikeInspector(GuideInspector):
    """What a member meets at the n-th strike that still counts."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.fill_with(LevelFields(), MessageFields())

    @override
    def show_head(self, thing: StrikeLevel) -> None:
        self.head.show_what(tr("guide.inspector.strike"), "ops", "shield", active=True)
