"""What is known of one audience, and how it is spoken to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from app.plans.audience import Audience, AudienceKind
from app.plans.snapshot import Plans
from widgets.common.choice import Choice, Option
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options, none_option
from widgets.common.number_field import NumberField
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import Retranslated, tr

KIND_TEXTS: Final = {
    AudienceKind.STAKEHOLDER: "plans.audience.stakeholder",
    AudienceKind.SEGMENT: "plans.audience.segment",
}
ENGAGEMENT_TEXTS: Final = (
    "plans.engagement.1", "plans.engagement.2", "plans.engagement.3", "plans.engagement.4", "plans.engagement.5"
)  # fmt: skip


class AudienceFields(Retranslated):
    """Every field gives its value by itself.

    Signals:
        edited: fields have other values (name -> value).
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans, self._audience = Plans(), Audience("", "")
        self.name, self.frequency = Labelled(TextField()), Labelled(TextField())
        self.name.field.setProperty("weight", "medium")
        self.size_field = Labelled(NumberField())
        self.kind, self.persona = Labelled(Choice()), Labelled(Choice())
        self.channel, self.engagement = Labelled(Choice()), Labelled(Choice())
        self.data, self.content = Labelled(TextArea(2)), Labelled(TextArea(2))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        first: Sequence[QWidget] = (self.name, self.kind, self.persona, self.size_field)
        second: Sequence[QWidget] = (self.frequency, self.channel, self.engagement)
        for row, fields in enumerate((first, second)):
            for column, field in enumerate(fields):
                grid.addWidget(field, row, column)
        grid.addWidget(self.data, 2, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.content, 2, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((3, 2, 2, 1)):
            grid.setColumnStretch(column, share)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.name.field.committed.connect(self._on_name)
        self.frequency.field.committed.connect(lambda text: self._tell(frequency=text.strip()))
        self.data.field.committed.connect(lambda text: self._tell(data=text))
        self.content.field.committed.connect(lambda text: self._tell(content=text))
        self.size_field.field.entered.connect(lambda value: self._tell(size=round(value)))
        self.kind.field.chosen.connect(lambda key: self._tell(kind=AudienceKind(key)))
        self.persona.field.chosen.connect(lambda key: self._tell(persona=key))
        self.channel.field.chosen.connect(lambda key: self._tell(channel=key))
        self.engagement.field.chosen.connect(lambda key: self._tell(engagement=int(key or 0)))

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("plans.field.name"))
        self.kind.set_label(tr("plans.audience.kind"))
        self.persona.set_label(tr("plans.audience.persona"))
        self.size_field.set_label(tr("plans.audience.size"))
        self.frequency.set_label(tr("plans.audience.frequency"))
        self.channel.set_label(tr("plans.audience.channel"))
        self.engagement.set_label(tr("plans.audience.engagement"))
        self.data.set_label(tr("plans.audience.data"))
        self.content.set_label(tr("plans.audience.content"))
        self.show_audience(self._plans, self._audience)

    def show_audience(self, plans: Plans, audience: Audience) -> None:
        """Show an audience; what is being typed goes to the one before, or stays."""
        if audience.id != self._audience.id:
            self.flush()
        self._plans, self._audience = plans, audience
        plan = plans.plan
        self.name.field.show_value(audience.name)
        self.frequency.field.show_value(audience.frequency)
        self.size_field.field.show_value(str(audience.size) if audience.size else "")
        self.data.field.show_value(audience.data)
        self.content.field.show_value(audience.content)
        self.kind.field.show_options([Option(kind.value, tr(text)) for kind, text in KIND_TEXTS.items()])
        self.kind.field.show_value(audience.kind.value)
        offered = [it for it in plan.personas.values() if not it.archived or it.id == audience.persona]
        self.persona.field.show_options(named_options(offered))
        self.persona.field.show_value(audience.persona)
        self.channel.field.show_options(named_options(plan.channels.values()))
        self.channel.field.show_value(audience.channel)
        levels = [Option(str(n), tr(text)) for n, text in enumerate(ENGAGEMENT_TEXTS, 1)]
        self.engagement.field.show_options([none_option(), *levels])
        self.engagement.field.show_value(str(audience.engagement or ""))

    def flush(self) -> None:
        """Give what is being typed, now."""
        for field in (self.name.field, self.frequency.field, self.size_field.field):
            field.flush()
        self.data.field.flush()
        self.content.field.flush()

    def _tell(self, **fields: Any) -> None:
        if self._audience.id:
            self.edited.emit(fields)

    def _on_name(self, text: str) -> None:
        name = " ".join(text.split())
        if name:
            self._tell(name=name)
        else:  # one without a name could not be found again
            self.name.field.show_value(self._audience.name)
