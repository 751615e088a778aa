"""One rule: its switch, its sentence, what a dry run found, and what it really did."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.rules.trying import Trial
from app.workflows.rules.whole import Whole
from app.workflows.rules.world import World
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon, put_icon
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.switch import Switch
from widgets.common.words import Retranslated, day, tr
from widgets.workflows.rules.places import lines_of
from widgets.workflows.rules.row_card import LogCard, SuggestionsCard
from widgets.workflows.rules.sentence import Sentence
from widgets.workflows.rules.trial_card import TrialCard


class RuleEditor(Retranslated):
    """What stands in the middle of the page while a rule is chosen.

    Signals:
        switched: the rule is to be on, or off.
        duplicate_requested, menu_requested: the buttons at the top.
    """

    switched = Signal(bool)
    duplicate_requested = Signal()
    menu_requested = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole: Whole | None = None
        self._world: World | None = None
        self.name, self.state = ElidedLabel(look="section"), ElidedLabel(look="step")
        self.switch = Switch()
        self.duplicate, self.more = QPushButton(), QToolButton()
        self.duplicate.setProperty("look", "small")
        put_icon(self.duplicate, icon("copy"))
        self.more.setProperty("look", "framed")
        self.more.setIcon(icon("ellipsis"))
        self.more.setIconSize(QSize(14, 14))
        self.more.setFixedSize(24, 24)
        self.suggestions, self.sentence = SuggestionsCard(), Sentence()
        self.trial, self.log = TrialCard(), LogCard()
        self._arrange()
        self.switch.clicked.connect(self.switched)
        self.duplicate.clicked.connect(self.duplicate_requested)
        self.more.clicked.connect(lambda: self.menu_requested.emit(self.more))
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name)
        head.addWidget(self.switch)
        head.addWidget(self.state, 1)
        head.addWidget(self.duplicate)
        head.addWidget(self.more)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 14, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self.suggestions, self.sentence, self.trial, self.log):
            column.addWidget(part)
        column.addStretch()
        area = QScrollArea()
        area.setObjectName("bg")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_scroll_bar(area)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_rule(self, whole: Whole, world: World) -> None:
        """Show a rule; the keyboard stays where it is while it is the same."""
        if self._whole is None or self._whole.rule.id != whole.rule.id:
            self.sentence.forget()
        self._whole, self._world = whole, world
        self.name.setText(whole.rule.name)
        self.switch.setChecked(whole.on)
        self.switch.setAccessibleName(tr("workflows.switch", rule=whole.rule.name))
        self.state.setText(self._state(whole, world))
        self.sentence.show_lines(lines_of(whole, world))

    def show_trial(self, trial: Trial | None) -> None:
        """Show what a dry run found."""
        self.trial.show_trial(trial, fresh=self._whole is not None and self._whole.tried)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.sentence.flush()

    def _state(self, whole: Whole, world: World) -> str:
        if whole.on:
            return tr("workflows.state.on", day=day(world.day_of(whole.rule.since)))
        return tr("workflows.state.off") if whole.tried else tr("workflows.state.untried")

    @override
    def retranslate(self) -> None:
        self.duplicate.setText(tr("common.duplicate"))
        self.more.setToolTip(tr("workflows.more"))
        self.more.setAccessibleName(tr("workflows.more"))
        if self._whole is not None and self._world is not None:
            self.show_rule(self._whole, self._world)
