"""Lets words in a PDF be found with the spaces between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfWriter


def mend_spaces(writer: PdfWriter) -> None:
    """Let the letters behind the glyph of the space be a space.

    WORKAROUND Qt 6.11 names the tab, which has the same glyph in Inter, so that a search for two words fails.
    """
    resources: list[Any] = [page["/Resources"] for page in writer.pages]
    fonts = {font.idnum: font.get_object() for one in resources for font in one.get("/Font", {}).values()}
    for font in fonts.values():
        letters = font["/ToUnicode"].get_object()
        letters.set_data(letters.get_data().replace(b"<0009>", b"<0020>"))
