"""Takes procedures and plans out of the playbook: as PDF, made in another process, or as Markdown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import KnownError
from app.exchange.file_name import safe_name
from app.message import say
from app.plans.documents import Writer
from app.text.document import Document
from app.text.markdown import markdown_of
from widgets.common.paper.pdf import Report
from widgets.common.saving import save
from widgets.common.words import language, tr, words
from widgets.plans.bench import PlansBench

FOLDER: Final = "export.folder"
PDF, MARKDOWN = ".pdf", ".md"


def writer(bench: PlansBench) -> Writer:
    """Return what writes documents in the language that is spoken."""
    return Writer(bench.plans, words, language(), bench.today())


def take_out(bench: PlansBench, document: Document, ending: str, over: QWidget) -> None:
    """Ask where a document is to be written, and write it there."""
    folder = Path(bench.desk.settings.get(FOLDER, str(Path.home())))
    name = f"{document.community} {document.title}".strip().replace(" ", "-").casefold()
    kinds = f"{tr('plans.file.pdf') if ending == PDF else tr('plans.file.markdown')} (*{ending})"
    chosen, _ = QFileDialog.getSaveFileName(over, tr("plans.save_as"), str(folder / safe_name(name, ending)), kinds)
    if chosen:
        path = Path(chosen)
        bench.desk.settings.set(FOLDER, str(path.parent))
        write_to(bench, document, path if path.suffix else path.with_suffix(ending))


def write_to(bench: PlansBench, document: Document, path: Path) -> None:
    """Write a document to a file, whose ending says in which form."""
    told = say("plans.saved", file=path.name)
    if path.suffix == PDF:
        bench.desk.jobs.start(
            say("plans.writing", file=path.name), write_pdf, document, bench.today(), path,
            done=lambda _: bench.desk.tell(told), failed=bench.desk.fail,
        )  # fmt: skip
        return
    try:
        save(path, markdown_of(document).encode())
    except KnownError as error:
        bench.desk.fail(error)
    else:
        bench.desk.tell(told)


def write_pdf(report: Report, document: Document, day: date, path: Path) -> None:
    """Write a document as a PDF; KnownError when the place cannot be written."""
    from widgets.common.paper.text_paper import pdf_of

    save(path, pdf_of(report, document, day, "A4"))
