"""The one style sheet, written from the theme. Controls choose a look by the property "look"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from widgets.common.theme import Theme

PICTURES: Final = {
    "chevron": ("chevron-down", "text_muted"),
    "chevron_up": ("chevron-up", "text_muted"),
    "calendar": ("calendar", "text_muted"),
    "tick": ("check", "on_accent"),
    "back": ("arrow-left", "text_2"),
    "forward": ("arrow-right", "text_2"),
    "up": ("folder-up", "text_2"),
    "new_folder": ("folder-plus", "text_2"),
    "grid": ("layout-grid", "text_2"),
    "rows": ("list", "text_2"),
    "folder": ("folder", "text_muted"),
    "file": ("file", "text_muted"),
}
SHEET = """
QToolTip { background: @tooltip; color: @on_tooltip; border: 0; border-radius: 6px; padding: 5px 9px; }
QWidget#bg, QScrollArea#bg, QScrollArea#bg > QWidget > QWidget { background: @bg; }
QWidget#surface { background: @surface; }
QWidget#desk { background: @desk; }
QFrame[look="card"] { background: @raised; border: 1px solid @border; border-radius: 8px; }
QFrame[look="line"] { background: @border; border: 0; }
QFrame[look="strong-line"] { background: @border_strong; border: 0; }
QFrame[look="banner-danger"] { background: @danger_soft; border: 0; border-radius: 8px; }
QFrame[look="banner-warning"] { background: @warning_soft; border: 0; border-radius: 8px; }
QLabel { background: transparent; }
QLabel[look="muted"] { color: @text_muted; }
QLabel[look="second"] { color: @text_2; }
QLabel[look="danger"] { color: @danger_text; }
QLabel[look="warning"] { color: @warning_text; }
QLabel[look="success"] { color: @success_text; }
QLabel[look="link"] { color: @accent; }
QLabel[look="start-title"] { font-size: @px28; font-weight: 600; }
QLabel[look="lead"] { font-size: @px14; color: @text_2; }
QLabel[look="h14"] { font-size: @px14; font-weight: 600; min-height: 20px; }
QLabel[look="small"] { font-size: @px12; }
QLabel[look="medium-small"] { font-size: @px12; font-weight: 500; }
QLabel[look="strong-small"] { font-size: @px12; font-weight: 600; }
QFrame[look="banner-danger"] QLabel[look="second"], QFrame[look="banner-warning"] QLabel[look="second"],
QLabel[look="step"] { color: @text_2; font-size: @px12; }
QLabel[look="setting-note"] { color: @text_muted; font-size: @px12; }
QListView[look="nav"] { background: transparent; border: 0; }
QListView[look="nav"]::item { padding: 0 6px; border: 1px solid transparent; border-radius: 6px;
    color: @text_2; }
QListView[look="nav"]::item:hover { background: @hover; }
QListView[look="nav"]::item:selected { background: @raised; border-color: @border; color: @text;
    font-weight: 600; }
QLabel[look="number"] { background: @sunken; border-radius: 9px; min-width: 18px; min-height: 18px; max-height: 18px;
    font-size: @px11; font-weight: 600; qproperty-alignment: AlignCenter; }
QLabel[look="key"] { color: @text_muted; background: @surface; border: 1px solid @border_strong; border-radius: 4px;
    padding: 0 5px; min-height: 15px; max-height: 15px; font-size: @px10; font-weight: 500; }
QLabel[look="title"] { font-size: @px20; font-weight: 600; }
QLabel[look="title-calendar"] { font-size: @px18; font-weight: 600; }
QLabel[look="section"] { font-size: @px15; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="subtitle"] { color: @text_muted; font-size: @px12; }
QLabel[look="metric"] { font-size: @px26; font-weight: 600; min-height: 32px; }
QLabel[look="caption"] { color: @text_muted; font-size: @px11; }
QLabel[look="group"] { color: @text_muted; font-size: @px10; font-weight: 600; letter-spacing: 0.9px; }
QLabel[look="banner-danger"] { color: @danger_text; font-size: @px15; font-weight: 600; }
QLabel[look="banner-warning"] { color: @warning_text; font-size: @px15; font-weight: 600; }
QFrame[look="segmented"] { background: @sunken; border: 1px solid @border; border-radius: 7px; }
QPushButton[look="segment"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
    color: @text_2; font-size: @px12; font-weight: 500; padding: 0 9px; min-height: 24px; max-height: 24px; }
QPushButton[look="segment"]:hover { color: @text; }
QPushButton[look="segment"]:checked { background: @raised; border-color: @border_strong; color: @text;
    font-weight: 600; }
QPushButton[look="segment"]:disabled { color: @text_disabled; }
QFrame[look="popover-foot"] { background: @surface; border: 0; border-top: 1px solid @border;
    border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; }
QPushButton[look="link-small"] { background: transparent; border: 2px solid transparent; border-radius: 4px;
    color: @accent; padding: 0 2px; font-size: @px11; min-height: 18px; }
QPushButton[look="link-small"]:hover { text-decoration: underline; }
QPushButton[look="link-small"]:focus { border: 2px solid @focus_ring; padding: 0 2px; min-height: 18px; }
QFrame[look="palette"] { background: @raised; border: 0; border-radius: 12px; }
QFrame[look="palette-foot"] { background: @surface; border: 0; border-top: 1px solid @border;
    border-bottom-left-radius: 12px; border-bottom-right-radius: 12px; }
QLabel[look="pill"] { background: @sunken; color: @text_2; border-radius: 10px; padding: 0 7px; min-height: 20px;
    max-height: 20px; font-size: @px11; }
QFrame[look="dialog"] { background: @surface; border: 0; border-radius: 12px; }
QFrame[look="dialog-head"] { background: transparent; border: 0; border-bottom: 1px solid @border; }
QFrame[look="dialog-foot"] { background: @bg; border: 0; border-top: 1px solid @border;
    border-bottom-left-radius: 12px; border-bottom-right-radius: 12px; }
QFrame[look="icon-square"] { background: @sunken; border: 0; border-radius: 7px; }
QFrame[look="toast"] { background: @tooltip; border: 0; border-radius: 8px; }
QFrame[look="toast"] QLabel { color: @on_tooltip; font-size: @px12; }
QFrame[look="toast"] QPushButton { background: transparent; border: 0; color: @on_tooltip; text-decoration: underline;
    font-size: @px12; padding: 0 4px; min-height: 24px; }
QPushButton { background: @raised; color: @text; border: 1px solid @border_strong; border-radius: 6px;
    padding: 0 11px; min-height: 28px; font-weight: 500; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @sunken; }
QPushButton:disabled { color: @text_disabled; border-color: @border; }
QPushButton[look="primary"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton[look="primary"]:hover { background: @accent_hover; }
QPushButton[look="primary"]:pressed { background: @accent_pressed; }
QPushButton[look="primary"]:disabled { background: @sunken; color: @text_disabled; border-color: @border; }
QPushButton[look="danger"] { color: @danger_text; border-color: @danger; }
QPushButton[look="ghost"] { background: transparent; border-color: transparent; color: @text_2; }
QPushButton[look="ghost"][sign="true"] { padding-right: 26px; }
QPushButton[look="ghost"]:hover { background: @hover; }
QPushButton[look="link"] { background: transparent; border: 0; color: @accent; padding: 0 2px; min-height: 20px;
    font-size: @px12; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="small"] { min-height: 22px; padding: 0 8px; border-radius: 5px; font-size: @px12; }
QPushButton[look="small-strong"] { min-height: 22px; padding: 0 8px; border-radius: 5px; font-size: @px12;
    border-color: @accent; color: @accent; }
QPushButton[look="filter"] { min-height: 22px; max-height: 22px; border-radius: 12px; padding: 0 9px; color: @text_2;
    font-weight: 400; font-size: @px12; }
QPushButton[look="filter"]:checked { background: @accent_soft; border-color: @accent; color: @accent_soft_text; }
QLabel[look="label"] { color: @text_muted; font-size: @px11; font-weight: 500; }
QLabel[look="error"] { color: @danger_text; font-size: @px11; }
QPushButton[look="filter"][sign="true"] { padding-right: 26px; }
QPushButton[look="side"] { min-height: 22px; max-height: 22px; padding: 0 26px 0 9px; font-size: @px12; }
QPushButton[look="drop"] { padding-right: 28px; }
QPushButton[look="field"] { min-height: 30px; max-height: 30px; padding: 0 26px 0 9px; font-weight: 400;
    text-align: left; }
QPushButton[look="dashed"] { background: transparent; border: 1px dashed @border_strong; color: @text_2;
    text-align: left; font-size: @px12; min-height: 32px; padding: 0 11px; }
QPushButton[look="dashed"]:hover { background: @hover; }
QPushButton[look="pill"] { min-height: 18px; max-height: 18px; border-radius: 10px; padding: 0 7px;
    color: @text_2; font-weight: 400; font-size: @px11; }
QPushButton[look="day"] { min-height: 26px; padding: 0 2px; font-size: @px12; font-weight: 400; }
QPushButton[look="day"]:checked { background: @accent_soft; border-color: @accent; color: @accent_soft_text; }
QPushButton[look="strong"] { border-color: @accent; color: @accent; }
QFrame[look="field-box"] { background: @raised; border: 1px solid @border_strong; border-radius: 6px; }
QLabel[look="mixed"] { color: @text_muted; font-style: italic; }
QToolButton[look="add-pill"] { border: 1px dashed @border_strong; border-radius: 10px; padding: 0 3px; min-height: 18px;
    max-height: 18px; min-width: 12px; }
QFrame[look="note-danger"] { background: @danger_soft; border: 0; border-radius: 6px; }
QLabel[look="note-danger"] { color: @danger_text; font-size: @px12; }
QFrame[look="note-quiet"] { background: @sunken; border: 0; border-radius: 6px; }
QFrame[look="note-warning"] { background: @warning_soft; border: 0; border-radius: 6px; }
QLabel[look="note-warning"] { color: @warning_text; font-size: @px12; }
QLineEdit[look="tag"], QLineEdit[look="tag"]:focus { background: transparent; border: 0; padding: 0 2px;
    min-height: 18px; max-height: 18px; font-size: @px11; }
QPushButton[look="column-name"] { background: transparent; border: 2px solid transparent; border-radius: 5px;
    padding: 0 2px; min-height: 22px; font-weight: 600; text-align: left; }
QPushButton[look="column-name"]:hover { background: @hover; }
QPushButton[look="column-name"]:focus { border-color: @focus_ring; }
QTextBrowser[look="light-text"] { background: transparent; border: 0; border-radius: 0; padding: 0; }
QPushButton[look="chapter"] { background: transparent; border: 2px solid transparent; border-radius: 5px;
    padding: 0; min-height: 22px; font-size: @px14; font-weight: 600; text-align: left; }
QPushButton[look="chapter"]:hover { background: @hover; }
QPushButton[look="chapter"]:focus { border-color: @focus_ring; }
QLabel[look="warning-small"] { color: @warning_text; font-size: @px11; font-weight: 600; }
QLabel[look="drag-tip"] { background: @tooltip; color: @on_tooltip; border-radius: 6px; padding: 5px 9px;
    font-size: @px12; }
QPlainTextEdit[look="quick"], QPlainTextEdit[look="quick"]:focus { background: transparent; border: 0; padding: 0;
    font-size: @px14; }
QTabBar[look="small"]::tab { font-size: @px12; min-height: 22px; margin-right: 14px; }
QPushButton::menu-indicator { width: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; color: @text_2;
    padding: 3px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @sunken; }
QToolButton:checked { background: @accent_soft; }
QToolButton[look="framed"] { background: @raised; border: 1px solid @border_strong; }
QToolButton[look="wall-tool"] { padding: 0; }
QPushButton[look="emoji"] { background: transparent; border: 0; padding: 0; min-height: 28px; font-size: @px17; }
QPushButton[look="emoji"]:hover { background: @hover; }
QPushButton[look="wall-number"] { background: transparent; border: 0; padding: 0; min-height: 24px; font-size: @px12; }
QPushButton[look="wall-number"]:hover { background: @hover; }
QWidget[look="bar-line"] { background: @border; }
QToolButton[look="framed"]:hover { background: @hover; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QComboBox {
    background: @raised; color: @text; border: 1px solid @border_strong; border-radius: 6px; padding: 0 7px;
    placeholder-text-color: @text_muted; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QComboBox { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 2px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 0 6px; min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 1px 4px; }
QPlainTextEdit[look="wall"], QPlainTextEdit[look="wall"]:focus { background: transparent; border: 0; border-radius: 0;
    padding: 0; }
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus { border-color: @danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @text_disabled; }
QLineEdit[look="palette"], QLineEdit[look="palette"]:focus { background: transparent; border: 0; padding: 0;
    font-size: @px17; }
QLineEdit[look="small"], QLineEdit[look="small"]:focus { min-height: 24px; font-size: @px12; }
QLineEdit[weight="medium"] { font-weight: 500; }
QLineEdit[look="heading"] { background: transparent; border-color: transparent; padding: 0 4px; font-size: @px15;
    font-weight: 600; }
QLineEdit[look="heading"]:hover { border-color: @border; }
QLineEdit[look="document-title"], QLineEdit[look="document-title"]:focus { background: transparent;
    border: 1px solid transparent; padding: 0 3px; min-height: 28px; font-size: @px20; font-weight: 600; }
QLineEdit[look="document-quote"], QLineEdit[look="document-quote"]:focus { background: transparent;
    border: 1px solid transparent; padding: 0 3px; min-height: 22px; font-style: italic; color: @text_muted; }
QLineEdit[look="document-title"]:hover, QLineEdit[look="document-quote"]:hover { border-color: @border; }
QLineEdit[look="document-title"]:read-only { border-color: transparent; }
QLineEdit[look="document-title"]:focus, QLineEdit[look="document-quote"]:focus { border-color: @accent;
    background: @raised; }
QPushButton[look="add-card"] { background: transparent; border: 1px dashed @border_strong; border-radius: 12px;
    color: @text_muted; font-weight: 400; font-size: @px12; padding: 0 9px; min-height: 22px; max-height: 22px; }
QPushButton[look="add-card"]:hover { background: @hover; color: @text_2; }
QPushButton[look="add-card"]:focus { border: 2px solid @focus_ring; padding: 0 8px; min-height: 20px;
    max-height: 20px; }
QTextBrowser[look="light-text"], QTextBrowser[look="light-text"]:focus { background: transparent; border: 0;
    padding: 0; }
QLineEdit[look="bare"] { background: transparent; border: 0; padding: 0; }
QComboBox { padding: 0 0 0 9px; }
QComboBox:focus { padding: 0 0 0 8px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url(@chevron); width: 14px; height: 14px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button, QDateEdit::up-button, QDateEdit::down-button { width: 0; border: 0; }
QDateEdit { max-height: 30px; padding: 0 4px 0 3px; }
QDateEdit[mixed="true"] { color: @text_muted; }
QDateEdit:focus { max-height: 28px; padding: 0 3px 0 2px; }
QDateEdit::drop-down { border: 0; width: 26px; subcontrol-origin: padding; subcontrol-position: left center; }
QDateEdit::down-arrow { image: url(@calendar); width: 14px; height: 14px; }
QComboBox QAbstractItemView, QMenu { background: @raised; color: @text; border: 1px solid @border_strong;
    border-radius: 8px; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected, QMenu::item:selected { background: @selection; color: @text; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 5px; min-height: 18px; }
QMenu::item:disabled { color: @text_disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenuBar { background: @rail; color: @text_2; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; color: @text; }
QCheckBox, QRadioButton { color: @text; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QTreeView::indicator { width: 14px; height: 14px;
    border: 1px solid @text_muted; background: @raised; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked { background: @accent;
    border-color: @accent; image: url(@tick); }
QCheckBox::indicator:indeterminate { background: @accent_soft; border-color: @accent; }
QRadioButton::indicator:checked { background: @raised; border: 5px solid @accent; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { outline: none; }
QScrollArea { background: transparent; border: 0; }
QSplitter::handle { background: @border; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @border_strong; border-radius: 3px; min-height: 24px; min-width: 24px; margin: 2px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView, QTreeView, QTableView { background: @raised; color: @text; border: 1px solid @border; border-radius: 8px;
    outline: 0; alternate-background-color: @surface; }
QListView[look="rows"], QListView[look="rows"]:focus { background: transparent; border: 0; border-radius: 0; }
QListView[look="bare"], QTreeView[look="bare"] { background: transparent; border: 0; border-radius: 0; }
QListView::item, QTreeView::item, QTableView::item { padding: 4px 8px; }
QTreeView[look="backups"] QHeaderView::section { padding: 0 7px; }
QTreeView[look="backups"] QHeaderView::section:first { padding-left: 46px; }
QTableView[look="lined"]::item, QTableView[look="sheet"]::item { border-bottom: 1px solid @border; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @selection; color: @text; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid @focus_ring; }
QListView[look="bare"]:focus, QTreeView[look="bare"]:focus { border: 0; }
QTreeView[look="sheet"], QTableView[look="sheet"], QTreeView[look="sheet"]:focus, QTableView[look="sheet"]:focus {
    border: 0; border-radius: 0; }
QHeaderView { background: @sunken; border: 0; }
QHeaderView::down-arrow, QHeaderView::up-arrow { subcontrol-origin: padding; subcontrol-position: center right;
    width: 12px; height: 12px; right: 6px; }
QHeaderView::down-arrow { image: url(@chevron); }
QHeaderView::up-arrow { image: url(@chevron_up); }
QHeaderView::section { background: @sunken; color: @text_muted; border: 0; border-bottom: 1px solid @border;
    padding: 0 10px; min-height: 27px; font-size: @px11; font-weight: 600; }
QProgressBar { background: @sunken; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QProgressBar[state="good"]::chunk { background: @success; }
QProgressBar[state="low"]::chunk { background: @warning_fill; }
QCalendarWidget QAbstractItemView { background: @raised; selection-background-color: @accent;
    selection-color: @on_accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QToolButton { color: @text; min-height: 24px; }
QLabel:disabled, QLabel[look]:disabled { color: @text_disabled; }
QPushButton[look="link"]:disabled { color: @text_disabled; }
QDialog { background: @surface; }
QFileDialog { backward-icon: url(@back); forward-icon: url(@forward); filedialog-parent-directory-icon: url(@up);
    filedialog-new-directory-icon: url(@new_folder); filedialog-listview-icon: url(@grid);
    filedialog-detailedview-icon: url(@rows); directory-icon: url(@folder); file-icon: url(@file); }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 20px; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: @text_2; }
QTabWidget::pane { border: 0; border-top: 1px solid @border; }
QTabBar::tab { background: transparent; color: @text_muted; padding: 0; margin-right: 18px; min-height: 37px;
    border-bottom: 2px solid transparent; font-weight: 500; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
"""


def style_sheet(theme: Theme) -> str:
    """Return the sheet with every @role replaced by its colour and every @px by a size of text."""
    from widgets.common.icon_files import icon_file

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name in PICTURES:
            picture, role = PICTURES[name]
            return icon_file(picture, theme.color(role))
        if name.startswith("px"):
            return f"{round(int(name[2:]) * theme.text_scale)}px"
        return theme.css(name)

    return re.sub(r"@(\w+)", value, SHEET)
