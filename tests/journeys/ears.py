"""Answers what is on screen, as a screen reader hears it; runs under the system's Python, which has pyatspi."""

import json
import re
import sys

import pyatspi
from gi.repository import GLib


def tops(pid):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        app = desktop.getChildAtIndex(index)
        try:
            if app is not None and app.get_process_id() == pid:
                yield app
        except GLib.Error:
            continue


def fits(have, want, how):
    have = have.replace("&", "").strip()
    if how == "regex":
        return re.search(want, have) is not None
    return want in have if how == "contains" else have == want


def rectangle(thing):
    area = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [area.x, area.y, area.width, area.height]


def look(question):
    stack = [(app, 0) for app in tops(question["pid"])]
    found = []
    while stack and len(found) < 60:
        thing, depth = stack.pop()
        try:
            if depth and not thing.getState().contains(pyatspi.STATE_SHOWING):
                continue
            name, role = thing.name or "", thing.getRoleName()
            if depth and fits(name, question["name"], question["how"]) and question["role"] in ("", role):
                states = [pyatspi.stateToString(state) for state in thing.getState().getStates()]
                found.append({"name": name, "role": role, "states": states, "rect": rectangle(thing)})
            children = [thing.getChildAtIndex(index) for index in range(thing.childCount)]
        except GLib.Error:  # it went away meanwhile
            continue
        stack += [(child, depth + 1) for child in reversed(children) if child is not None]
    return found


for line in sys.stdin:
    print(json.dumps(look(json.loads(line))), flush=True)
