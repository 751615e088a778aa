"""Prints the pages of the preview on a printer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.common.paper.pdf import PRODUCER, page_layout
from widgets.common.paper.sheet import Sheet, paint
from widgets.common.paper.style import UNIT
from widgets.printing.document import Document

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_and_print(document: Document, sheets: Sequence[Sheet], parent: QWidget) -> bool:
    """Let the person choose a printer and pages; return whether something was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(document.options.paper))
    printer.setDocName(document.about().title)
    printer.setCreator(PRODUCER)
    printer.setFromTo(1, len(sheets))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if not dialog.exec():
        return False
    print_pages(document, sheets, printer)
    return True


def print_pages(document: Document, sheets: Sequence[Sheet], printer: QPrinter) -> None:
    """Print the pages between the first and the last that the printer was told, all when it was told none."""
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or len(sheets)
    painter = QPainter(printer)
    scale = printer.resolution() / (72 * UNIT)
    painter.scale(scale, scale)
    for number in range(first, min(last, len(sheets)) + 1):
        if number > first:
            printer.newPage()
        paint(painter, sheets[number - 1], document.foot(number, len(sheets)))
    painter.end()
