"""The dialogs of Qt speak Bulgarian too."""

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QGroupBox, QLabel

from widgets.common.words import set_language

ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def bulgarian(qapp):
    set_language("bg")
    yield
    set_language("en")


def said(dialog):
    """What the dialog says, without mnemonics and names that are the same everywhere."""
    texts = [it.text() or it.toolTip() for kind in (QLabel, QAbstractButton) for it in dialog.findChildren(kind)]
    texts += [box.title() for box in dialog.findChildren(QGroupBox)]
    return [text.replace("&", "").replace("PDF", "") for text in texts]


def test_no_english_is_left_in_the_dialog_for_files(bulgarian, qtbot):
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)

    dialog.show()

    assert [text for text in said(dialog) if ENGLISH.search(text)] == []


def test_no_english_is_left_in_the_dialog_for_printing(bulgarian, qtbot, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName("")
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)

    dialog.show()

    assert [text for text in said(dialog) if ENGLISH.search(text)] == []


def test_what_qt_says_in_no_language_of_ours_stays_as_it_is(bulgarian):
    assert QCoreApplication.translate("QNowhere", "Something new") == "Something new"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отказ"
