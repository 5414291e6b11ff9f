#!/usr/bin/python3
"""Goes through every page of the window as a screen reader does: by AT-SPI and by actions alone.

Says each fault in a line of its own, and at the end how much was looked at. It knows nothing of Afterglow but the ids of
what it must not press: what leads out of the window, or has the desktop ask for a file, which is not ours to read.
"""
import os
import re
import sys
import time


import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 20  # seconds
OUTSIDE = re.compile(r"phone|folder|backup|restore|settings\.import|erase|products\.open|plan\.change|plan\.file|plan\.open|picture|photo|print|calendar_file|settings\.test|settings\.login|\.call$|\.address|\.more_at")
USABLE = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_LINK, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_RADIO_BUTTON,
          pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SLIDER, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM)
FIGURES = (pyatspi.ROLE_ENTRY, pyatspi.ROLE_SLIDER)
LABELLED = FIGURES + (pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TOGGLE_BUTTON)
WORDS = (pyatspi.ROLE_LABEL, pyatspi.ROLE_PARAGRAPH, pyatspi.ROLE_LIST_ITEM)
OVER = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_MENU)

# What pyatspi raises for what changes, or is gone, while it is read.
CHANGED = (AttributeError, LookupError, RuntimeError, SystemError, TypeError, GLib.GError)

faults = []
looked = {"pages": 0, "panels": 0, "pressed": 0, "things": 0, "labels": 0}


def pump(seconds=0.02):
    loop = GLib.MainLoop()
    GLib.timeout_add(int(seconds * 1000), loop.quit)
    loop.run()


def until(what, cond):
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            got = cond()
        except CHANGED:  # it changed while it was read
            got = None
        if got:
            return got
        pump()
    faults.append("never: " + what)
    return None


def steady(look):
    """What look sees, once nothing changes while it looks."""
    end = time.time() + PATIENCE
    while True:
        try:
            return look()
        except CHANGED:
            if time.time() > end:
                raise
            pump()


def window():
    for app in pyatspi.Registry.getDesktop(0):
        if app and app.name == "Afterglow" and app.childCount:
            return app[0]
    return None


def everything(thing):
    out = [thing]
    for child in thing:
        if child:
            out += everything(child)
    return out


def id_of(thing):
    return dict(a.split(":", 1) for a in thing.getAttributes()).get("id", "")


def has(thing, state):
    return thing.getState().contains(state)


def page():
    """The page on show: the panel with an id of a page."""
    for child in window():
        if id_of(child).startswith("page."):
            return child
    return None


def over():
    """What lies over the page, or None."""
    for child in window():
        if child.getRole() in OVER:
            return child
    return None


def by_id(wanted):
    for thing in everything(window()):
        if id_of(thing) == wanted:
            return thing
    return None


def usable(root):
    return [t for t in everything(root) if t.getRole() in USABLE and has(t, pyatspi.STATE_ENABLED)]


def press(wanted):
    thing = by_id(wanted)
    if thing is None:
        return False
    looked["pressed"] += 1
    return thing.queryAction().doAction(0)


def check(where, root):
    """What of this cannot be heard, or not be told apart. root gives it, and is asked again if it changes meanwhile."""
    before, things, named = len(faults), looked["things"], looked["labels"]

    def look():
        del faults[before:]
        looked["things"], looked["labels"] = things, named
        hear(where, root())

    steady(look)


def kin(thing, kind):
    """What stands in such a relation to a thing."""
    return [r.getTarget(i) for r in thing.getRelationSet() if r.getRelationType() == kind for i in range(r.getNTargets())]


def labels(where, thing, words):
    """A field and the words that name it know of one another, and say the same; words are the texts before it."""
    names = kin(thing, pyatspi.RELATION_LABELLED_BY)
    if thing.name in words and not names:
        faults.append("%s: %s is not named by the words that stand there" % (where, thing.name))
    for label in names:
        looked["labels"] += 1
        if label.name != thing.name or thing not in kin(label, pyatspi.RELATION_LABEL_FOR):
            faults.append("%s: %r is named by %r" % (where, thing.name, label.name))


def hear(where, root):
    if root is None:  # it went by itself
        return
    words = set()
    for thing in everything(root):
        looked["things"] += 1
        if thing.getRole() in WORDS:
            words.add(thing.name)
        if thing.getRole() in LABELLED:
            labels(where, thing, words)
        name, role = thing.name.strip(), thing.getRole()
        if not name:
            faults.append("%s: a %s without a name" % (where, thing.getRoleName()))
        if role in (pyatspi.ROLE_IMAGE, pyatspi.ROLE_ICON):
            faults.append("%s: a picture: %s" % (where, name))
        if role in USABLE and role not in FIGURES and has(thing, pyatspi.STATE_ENABLED) and thing.queryAction().nActions != 1:
            faults.append("%s: %s has no action" % (where, name))
        names = [c.name for c in thing if c and c.getRole() in USABLE]
        for twice in sorted({n for n in names if names.count(n) > 1}):
            faults.append("%s: %d things in %r are called %r" % (where, names.count(twice), thing.name, twice))
    focused = [t.name for t in everything(window()) if has(t, pyatspi.STATE_FOCUSED)]
    if len(focused) != 1:
        faults.append("%s: the keyboard is at %r" % (where, focused))


def turn(tab):
    if steady(over) is not None:  # it came late
        leave()
    press(tab)
    wanted = "page." + tab.split(".", 1)[1]
    until("the page " + wanted, lambda: id_of(page()) == wanted and page().childCount > 1)


def leave():
    """Takes away what lies over the page, by its own button or by a choice of it."""
    name = steady(lambda: over().name if over() else "")
    # A panel that is being drawn anew has nothing in it for a moment.
    inside = until("what can be used in " + name, lambda: [id_of(t) for t in usable(over())] if over() else ["gone"])
    if inside is None:
        return None
    if inside == ["gone"]:
        return True
    if "sheet.close" in inside:
        press("sheet.close")
    else:
        ends = [i for i in inside if i.endswith(".done")] or inside[:1]
        press(ends[0])
        if steady(lambda: over() is not None and inside[:1] == [id_of(t) for t in usable(over())][:1]):
            press(inside[0])
    return until("a way out of " + name, lambda: over() is None)


def go_through(tab):
    turn(tab)
    check(tab, page)
    looked["pages"] += 1
    for wanted in steady(lambda: [id_of(t) for t in usable(page()) if t.getRole() not in FIGURES]):
        if OUTSIDE.search(wanted):
            continue
        if steady(lambda: id_of(page())) != "page." + tab.split(".", 1)[1]:
            turn(tab)
        name = steady(lambda: by_id(wanted) and has(by_id(wanted), pyatspi.STATE_ENABLED) and by_id(wanted).name)
        if not name:
            continue  # what was pressed before took it away, or shut it
        if not steady(lambda: press(wanted)):
            faults.append("%s: pressing %s (%s) does nothing" % (tab, wanted, name))
            continue
        pump(0.1 * max(1, os.getloadavg()[0] / os.cpu_count()))
        if steady(over) is not None:
            looked["panels"] += 1
            check("%s, %s" % (tab, name), over)
            if not leave():
                return
        if until("the keyboard, after %s (%s)" % (name, wanted), lambda: [t for t in everything(window()) if has(t, pyatspi.STATE_FOCUSED)]) is None:
            return


def main():
    Atspi.set_timeout(10000, 20000)
    pyatspi.Registry.registerEventListener(lambda event: None, "object:children-changed", "object:state-changed", "object:property-change", "object:text-changed")
    until("the window", lambda: window() and page() and page().childCount > 1)
    if faults:
        return
    tabs = [id_of(t) for t in usable(window()) if t.getRole() == pyatspi.ROLE_PAGE_TAB]
    for tab in tabs + ["rail.calls"]:
        go_through(tab)
    if looked["labels"] == 0:
        faults.append("no field is named by words that stand at it")


main()
print("\n".join(faults + [" ".join("%s=%d" % x for x in sorted(looked.items()))]))
sys.exit(1 if faults else 0)
