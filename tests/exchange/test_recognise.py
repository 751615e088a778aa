"""What a file is, told by how it begins."""

import pytest

from app.exchange.recognise import CANVAS, DRAWN, FileKind, board_form, recognise


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"SQLite format 3\x00 and more", FileKind.PLAYBOOK),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", FileKind.ICS),
        (b'{"nodes": [], "edges": []}', FileKind.BOARD),
        (b'{"type": "excalidraw", "version": 2', FileKind.BOARD),
        (b'<?xml version="1.0"?><opml version="2.0">', FileKind.OUTLINE),
        (b'<map version="1.0.1"><node TEXT="x"/></map>', FileKind.OUTLINE),
        (b'{"name": "package", "version": "1"}', FileKind.UNKNOWN),
        (b"# A heading", FileKind.UNKNOWN),
        (b"", FileKind.UNKNOWN),
    ],
)
def test_a_file_is_known_by_what_it_holds(head, kind):
    assert recognise(head) is kind


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b'\n {\t"edges":[', CANVAS),
        (b'\xef\xbb\xbf{"metadata": {}, "nodes": [{"id": "a"}]', CANVAS),
        ('{"nodes": []}'.encode("utf-16"), CANVAS),
        (b"{}", CANVAS),
        (b'{\n  "elements": []', DRAWN),
        (b'{"source": "x", "type":"excalidraw/clipboard", "elements": []', DRAWN),
        (b'{"type": "excalidrawlib", "libraryItems": []}', ""),
        (b'[{"nodes": []}]', ""),
        (b'"nodes": []', ""),
    ],
)
def test_a_board_is_known_whatever_program_wrote_it(head, form):
    assert board_form(head) == form
