"""The filters of the toolbar: chips that fold from the right into one when there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from app.calendar.filter import EventFilter
from app.calendar.plan import Plan
from widgets.calendar.dimensions import DIMENSION_TEXTS, choices
from widgets.common.drop_button import DropButton
from widgets.common.filter_chip import FilterChip
from widgets.common.icons import icon, put_icon
from widgets.common.tab_order import in_order
from widgets.common.words import Retranslated, tr

SIDES: Final = ("persona", "stage", "channel", "status", "kind", "owner", "program")
LIVE_AT: Final = 4  # "Live events only" stands behind the first four sides
SPACE: Final = 6
Terms = tuple[tuple[str, str], ...]


class FilterBar(Retranslated):
    """Chips for each side of events; the last button holds what is folded and the saved filters.

    Signals:
        changed: other terms filter now.
        save_requested: the filter in force is to get a name.
        rename_requested: a saved filter is to get another name (its id).
        delete_requested: a saved filter is to go (its id).
    """

    changed = Signal(object)
    save_requested = Signal()
    rename_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._terms: Terms = ()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.chips = {side: FilterChip(self) for side in SIDES}
        self.live = QPushButton(self)
        self.live.setProperty("look", "filter")
        self.live.setCheckable(True)
        self.unowned = QPushButton(self)  # in the agenda, in place of "live only": what nobody answers for
        self.unowned.setProperty("look", "filter")
        self.unowned.setCheckable(True)
        self._unowned: int | None = None
        self.more = DropButton("filter", parent=self)
        self.more.setCheckable(True)
        put_icon(self.more, icon("list-filter", "text_2", "accent_soft_text"), 14)
        chips: list[QPushButton] = list(self.chips.values())
        chips.insert(LIVE_AT, self.live)
        self._foldable = chips
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        shown = (*chips[: LIVE_AT + 1], self.unowned, *chips[LIVE_AT + 1 :], self.more)
        for chip in shown:
            self._row.addWidget(chip)
        self._row.addStretch(1)
        in_order(*shown)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for side, chip in self.chips.items():
            chip.chosen.connect(lambda keys, side=side: self._on_chosen(side, keys))
        self.live.clicked.connect(self._on_live_clicked)
        self.unowned.clicked.connect(lambda on: self._on_chosen("owner", ("",) if on else ()))
        self.more.clicked.connect(self._on_more_clicked)

    @override
    def retranslate(self) -> None:
        self.live.setText(tr("calendar.filter.live"))
        self.live.setAccessibleName(tr("calendar.filter.live"))
        self.show_filter(self._plan, EventFilter(self._terms))

    def show_filter(self, plan: Plan | None, chosen: EventFilter) -> None:
        """Show which terms filter a plan."""
        self._plan, self._terms = plan, tuple(chosen.terms)
        for side, chip in self.chips.items():
            chip.set_caption(tr(DIMENSION_TEXTS[side]))
            keys = [value for key, value in self._terms if key == side]
            chip.set_choices(choices(plan, side, keys) if plan else ())
            chip.set_keys(keys)
        self.live.setChecked(("live", "yes") in self._terms)
        self.unowned.setChecked([term for term in self._terms if term[0] == "owner"] == [("owner", "")])
        self.show_unowned(self._unowned)

    def show_unowned(self, n: int | None) -> None:
        """Offer to see only what has no owner, with how much that is; None offers "live only" in its place."""
        self._unowned = n
        if n is not None:
            self.unowned.setText(tr("calendar.filter.unowned", n=n))
            self.unowned.setAccessibleName(self.unowned.text())
        self._fold()

    def words(self) -> str:
        """Return the filters in force in words."""
        return ", ".join(chip.text().replace("&&", "&") for chip in self._foldable if self._active(chip))

    def _active(self, chip: QPushButton) -> bool:
        return bool(chip.keys) if isinstance(chip, FilterChip) else chip.isChecked()

    def _fold(self) -> None:
        """Show as many chips as fit, from the left."""
        self.unowned.setVisible(False)
        room = self.width() - self.more.sizeHint().width() - SPACE
        folded: list[QPushButton] = []
        for chip in self._foldable:
            standing = self.unowned if chip is self.live and self._unowned is not None else chip
            room -= standing.sizeHint().width() + SPACE
            fits = room >= 0 and not folded
            if standing is self.unowned:
                self.unowned.setVisible(fits and bool(self._unowned or self.unowned.isChecked()))
            if standing is not chip or not fits:
                folded.append(chip)
        for chip in self._foldable:
            chip.setVisible(chip not in folded)
        name = tr("calendar.filter.more", n=len(folded)) if folded else tr("calendar.filter.saved")
        self.more.setText(str(len(folded)) if folded else "")
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)
        self.more.setChecked(any(map(self._active, folded)))

    def _emit(self, terms: Iterable[tuple[str, str]]) -> None:
        self._terms = tuple(terms)
        self._fold()
        self.changed.emit(EventFilter(self._terms))

    def _on_chosen(self, side: str, values: tuple[str, ...]) -> None:
        others = [term for term in self._terms if term[0] != side]
        self._emit([*others, *((side, value) for value in values)])

    def _on_live_clicked(self, on: bool) -> None:
        others = [term for term in self._terms if term[0] != "live"]
        self._emit([*others, ("live", "yes")] if on else others)

    def _on_more_clicked(self) -> None:
        self.more.setChecked(any(self._active(chip) for chip in self._foldable if chip.isHidden()))
        menu = self.menu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of the folded filters and the saved ones."""
        menu = QMenu(parent)
        for chip in self._foldable:
            if not chip.isHidden():
                continue
            if isinstance(chip, FilterChip):
                menu.addMenu(chip.menu_of_values(menu))
            else:
                live = menu.addAction(chip.text())
                live.setCheckable(True)
                live.setChecked(chip.isChecked())
                live.toggled.connect(self._on_live_clicked)
        menu.addSeparator()
        self._add_saved(menu)
        return menu

    def _add_saved(self, menu: QMenu) -> None:
        saved = list(self._plan.filters.values()) if self._plan else []
        for known in saved:
            action = menu.addAction(known.name.replace("&", "&&"), self._applier(known.terms))
            action.setCheckable(True)
            action.setChecked(set(known.terms) == set(self._terms))
        menu.addAction(icon("bookmark"), tr("calendar.filter.save"), self.save_requested.emit).setEnabled(
            bool(self._terms)
        )
        if saved:
            named = menu.addMenu(icon("pencil"), tr("calendar.filter.rename"))
            gone = menu.addMenu(icon("trash-2"), tr("calendar.filter.delete"))
            for known in saved:
                name = known.name.replace("&", "&&")
                named.addAction(name, partial(self.rename_requested.emit, known.id))
                gone.addAction(name, partial(self.delete_requested.emit, known.id))
        menu.addAction(icon("x"), tr("calendar.filter.clear"), self._applier(())).setEnabled(bool(self._terms))

    def _applier(self, terms: Terms) -> Callable[[], None]:
        def apply() -> None:
            self.show_filter(self._plan, EventFilter(terms))
            self._emit(terms)

        return apply

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.more.sizeHint().width(), self.more.sizeHint().height())
