-- What a person keeps beside their course: what they asked before, what they will ask their clinic, and their
-- products. Instants are Unix milliseconds in UTC.

-- +goose Up
-- What was asked before, each question once: key is its text as questions are compared. It is no part of the log, so
-- that it can be cleared for good.
CREATE TABLE asked (
    key  TEXT PRIMARY KEY CHECK (key <> ''),
    text TEXT    NOT NULL,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: the person names a question or a product by its number, and the log does, so a number is never used
-- twice.
CREATE TABLE questions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    text        TEXT    NOT NULL CHECK (text <> ''),
    topics      TEXT    NOT NULL DEFAULT '[]', -- a JSON list of ids
    added_at    INTEGER NOT NULL,
    answer      TEXT    NOT NULL DEFAULT '',
    answered_at INTEGER,
    crossed_at  INTEGER,
    removed_at  INTEGER,
    CHECK ((answer = '') = (answered_at IS NULL))
) STRICT;
CREATE INDEX questions_there ON questions (id) WHERE removed_at IS NULL;

CREATE TABLE products (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL CHECK (name <> ''),
    label      TEXT    NOT NULL CHECK (label <> ''),
    added_at   INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;
CREATE INDEX products_there ON products (id) WHERE removed_at IS NULL;

PRAGMA user_version = 4;
