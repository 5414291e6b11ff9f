"""Stands in for the module by which Orca speaks: what would be spoken is written into the file $SPOKEN, a line each."""
import html
import os
import re


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(SSIPError):
    pass


class CallbackType:
    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class Priority:
    IMPORTANT, MESSAGE, TEXT, NOTIFICATION, PROGRESS = "important", "message", "text", "notification", "progress"


class PunctuationMode:
    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    TEXT, SSML = "text", "ssml"


class Scope:
    SELF, ALL = "self", "all"


def _write(line):
    with open(os.environ["SPOKEN"], "a", encoding="utf-8") as file:
        file.write(line + "\n")


class SSIPClient:
    def __init__(self, *args, **names):
        pass

    def speak(self, text, callback=None, event_types=None):
        _write(html.unescape(re.sub(r"<[^>]*>", "", text)).strip())
        if callback:
            callback(CallbackType.BEGIN)
            callback(CallbackType.END)

    def char(self, char):
        _write(char)

    def key(self, key):
        _write(key)

    def get_rate(self):
        return 0

    def get_pitch(self):
        return 0

    def get_volume(self):
        return 100

    def get_language(self):
        return "en"

    def list_output_modules(self):
        return ("stand-in",)

    def list_synthesis_voices(self):
        return ()

    def __getattr__(self, name):
        return lambda *args, **names: None


class Speaker(SSIPClient):
    pass
