"""What one says about a branch: text, place, personas, icon, done, notes."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from app.funnel.branch import Branch, Role
from app.funnel.funnel_map import FunnelMap
from app.message import say
from widgets.common.chips_field import ChipsField
from widgets.common.choice import Choice, Option
from widgets.common.dots import dot
from widgets.common.field_group import FieldGroup
from widgets.common.icon_choice import IconChoice
from widgets.common.labelled import Labelled
from widgets.common.named_options import none_option
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr
from widgets.funnel.canvas.faces import ROLE_ICONS
from widgets.funnel.columns import behaviours_of, group_of
from widgets.funnel.inspector.when_field import WhenField


class BranchFields(FieldGroup[Branch]):
    """Tells "text", "onto", "personas", "icon", "done", "cause" and "notes"."""

    def __init__(self) -> None:
        super().__init__()
        self._funnel: FunnelMap | None = None
        self._worn = ""
        self.text = Labelled(TextField())
        self.stage, self.group = Labelled(Choice()), Labelled(Choice())
        self.when = Labelled(WhenField())
        self.personas = Labelled(ChipsField(say("field.personas.add"), say("field.personas.manage")))
        self.icon = Labelled(IconChoice())
        self.done = Labelled(QCheckBox())
        self.cause = Labelled(Choice())
        self.notes = Labelled(TextArea(4))
        self.column.addWidget(self.text)
        self.add_row(self.stage, self.group)
        self.column.addWidget(self.when)
        self.column.addWidget(self.personas)
        self.add_row(self.icon, self.done)
        self.column.addWidget(self.cause)
        self.column.addWidget(self.notes)
        self.text.field.committed.connect(lambda text: self.tell(text=text))
        self.stage.field.chosen.connect(lambda key: self.tell(onto=key))
        self.group.field.chosen.connect(lambda key: self.tell(onto=key))
        self.personas.field.chosen.connect(lambda ids: self.tell(personas=ids))
        self.personas.field.manage_requested.connect(lambda: self.manage_requested.emit("persona", self.personas))
        self.icon.field.chosen.connect(lambda name: self.tell(icon=name))
        self.done.field.clicked.connect(lambda on: self.tell(done=on))
        self.cause.field.chosen.connect(lambda key: self.tell(cause=key))
        self.notes.field.committed.connect(lambda text: self.tell(notes=text))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.text.set_label(tr("field.title"))
        self.stage.set_label(tr("funnel.field.stage"))
        self.when.set_label(tr("funnel.field.when"))
        self.group.set_label(tr("funnel.field.group"))
        self.personas.set_label(tr("field.personas"))
        self.icon.set_label(tr("funnel.field.icon"))
        self.done.set_label(tr("funnel.field.state_of_work"))
        self.done.field.setText(tr("funnel.done"))
        self.done.field.setMinimumHeight(32)
        self.cause.set_label(tr("funnel.field.cause"))
        self.notes.set_label(tr("field.notes"))
        self.show_values()

    def show_branches(self, funnel: FunnelMap, branches: list[Branch], worn: str = "") -> None:
        """Show the values that some branches share; `worn` is the icon of one that has none of its own."""
        self._funnel, self._worn = funnel, worn
        self.show_things(branches)

    @override
    def show_values(self) -> None:
        funnel = self._funnel
        if funnel is None or not self.things:
            return
        one = len(self.things) == 1
        self.text.setVisible(one)
        self.when.setVisible(one)
        self.notes.setVisible(one)
        self.text.field.show_value(self.shared(lambda it: it.text))
        self._show_places(funnel)
        self.personas.field.show_value(funnel.personas, self.shared(lambda it: it.personas))
        first = self.things[0]
        own = self._worn or ROLE_ICONS[funnel.role(first.id)]
        self.icon.field.show_value(self.shared(lambda it: it.icon) or own, funnel.colour(first.id))
        self.done.field.setChecked(bool(self.shared(lambda it: it.done)))
        self._show_cause(funnel)
        self.notes.field.show_value(self.shared(lambda it: it.notes))

    def _show_cause(self, funnel: FunnelMap) -> None:
        """Show which behaviour a trigger or program should cause: the line that leads from it to one."""
        first = self.things[0]
        behaviours = behaviours_of(funnel)
        shown = len(self.things) == 1 and funnel.role(first.id) in (Role.TRIGGERS, Role.PROGRAMS) and not first.role
        self.cause.setVisible(shown and bool(behaviours))
        if not shown:
            return
        options = [
            Option(key, funnel.text(key), dot(f"category.{funnel.colour(key)}.solid"), look=funnel.colour(key))
            for key in behaviours
        ]
        self.cause.field.show_options([none_option(), *options])
        ends = [it.end for it in funnel.cross_links.values() if it.start == first.id and it.end in behaviours]
        self.cause.field.show_value(ends[0] if ends else "")

    def _show_places(self, funnel: FunnelMap) -> None:
        stages = [
            Option(it.id, it.name, dot(f"category.{it.colour}.solid"), look=it.colour) for it in funnel.stages.values()
        ]
        self.stage.field.show_options(stages)
        stage = self.shared(lambda it: it.stage)
        self.stage.field.show_value(stage)
        groups = funnel.forest.children(stage) if stage else []
        self.group.setVisible(bool(groups) and any(group_of(funnel, it.id) for it in self.things))
        self.group.field.show_options([Option(key, funnel.text(key)) for key in groups])
        self.group.field.show_value(self.shared(lambda it: funnel.group(it.id)))

    @override
    def flush(self) -> None:
        self.text.field.flush()
        self.notes.field.flush()
