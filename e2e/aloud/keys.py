#!/usr/bin/python3
"""Uses the window by keys alone, and looks by AT-SPI where the keyboard is: a step an argument.

to:ID      Tab until the keyboard is on the thing with this id, and the right arrow where it is one of a group
key:KEY    one key, as xdotool names it
type:TEXT  some text
hear:TEXT  wait until something in the window says this text
over:NAME  wait until a panel with this name lies over the page; without a name, until none does
menu:ITEM  wait until a menu is open, and go down in it to this item

The first step that fails is said, with what the window had then, and the program ends with 1.
"""
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 30  # seconds
MOST_TABS = 120
ODD = (AttributeError, LookupError, RuntimeError, TypeError, GLib.GError)  # it changed while it was read


def pump():
    loop = GLib.MainLoop()
    GLib.timeout_add(30, loop.quit)
    loop.run()


def window():
    for app in pyatspi.Registry.getDesktop(0):
        if app and app.name == "Afterglow" and app.childCount:
            return app[0]
    raise LookupError("no window")


def everything(thing):
    out = [thing]
    for child in thing:
        if child:
            out += everything(child)
    return out


def id_of(thing):
    return dict(a.split(":", 1) for a in thing.getAttributes()).get("id", "")


def until(cond):
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            if cond():
                return True
        except ODD:
            pass
        pump()
    return False


def focused():
    for thing in everything(window()):
        if thing.getState().contains(pyatspi.STATE_FOCUSED):
            return id_of(thing) or thing.name
    return ""


def tool(*words):
    subprocess.run(("xdotool",) + words, check=True)


def beside(at, wanted):
    """Whether two ids are of one group, such as phone.part.file and phone.part.lock."""
    return at != wanted and at.count(".") > 1 and at.rpartition(".")[0] == wanted.rpartition(".")[0]


def press(key, before):
    """Presses a key, and says whether the keyboard is elsewhere soon."""
    tool("key", key)
    end = time.time() + 1.5
    while time.time() < end:  # a key that moves nothing is no fault: the page may be at its end
        pump()
        try:
            if focused() != before:
                return True
        except ODD:
            pass
    return False


def to(wanted):
    seen = []
    for _ in range(MOST_TABS):
        try:
            seen.append(focused())
        except ODD:
            seen.append("?")
        if seen[-1] == wanted:
            return ""
        if beside(seen[-1], wanted) and (len(seen) < 2 or not beside(seen[-2], wanted)):
            press("Home", seen[-1])  # it moves nothing if the keyboard is there already
        elif not beside(seen[-1], wanted) or not press("Right", seen[-1]):
            press("Tab", seen[-1])
    return "the keyboard never came to it, only to: " + " ".join(seen)


def over():
    return [c.name for c in window() if c.getRole() in (pyatspi.ROLE_DIALOG, pyatspi.ROLE_MENU)]


def menu(wanted):
    if not until(lambda: any(c.getRole() == pyatspi.ROLE_MENU for c in window())):
        return "no menu opened"
    for _ in range(MOST_TABS):
        if until_named(wanted):
            return ""
        tool("key", "Down")
    return "it is not in the menu"


def until_named(wanted):
    """Whether the keyboard comes to something of this name at once."""
    end = time.time() + 1
    while time.time() < end:
        try:
            if any(t.name == wanted and t.getState().contains(pyatspi.STATE_FOCUSED) for t in everything(window())):
                return True
        except ODD:
            pass
        pump()
    return False


def said():
    return [t.name for t in everything(window()) if t.name]


def step(word):
    kind, _, what = word.partition(":")
    if kind == "to":
        return to(what)
    if kind == "key":
        tool("key", what)
        return ""
    if kind == "type":
        tool("type", "--delay", "20", what)
        return ""
    if kind == "hear":
        return "" if until(lambda: any(what in name for name in said())) else "never heard"
    if kind == "over":
        return "" if until(lambda: what in over() if what else not over()) else "over the page lies %s" % over()
    if kind == "menu":
        return menu(what)
    return "no such step"


for word in sys.argv[1:]:
    wrong = step(word)
    if wrong:
        try:
            have = " | ".join(said())
        except ODD as err:
            have = repr(err)
        sys.exit("%s: %s\nthe window has: %s" % (word, wrong, have))
