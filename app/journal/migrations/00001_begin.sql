-- Instants are Unix milliseconds in UTC; NULL stands for "not set".

-- +goose Up
-- "AfGl": tells a journal from any other SQLite file.
PRAGMA application_id = 1097221996;

-- The text of plans, each once: treatments of ten years share a few of them.
CREATE TABLE plan_texts (
    id   INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL
) STRICT;

-- AUTOINCREMENT: an occurrence is named after its treatment ("makeup/1"), so an id is never used twice.
CREATE TABLE treatments (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL,
    at_offset  INTEGER NOT NULL,            -- seconds east of UTC where it was entered
    at_zone    TEXT    NOT NULL DEFAULT '', -- that zone's short name, "CET"
    device     TEXT    NOT NULL DEFAULT '',
    depth_mm   REAL    NOT NULL DEFAULT 0,
    area       TEXT    NOT NULL DEFAULT '',
    sensitive  INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
    plan_text  INTEGER NOT NULL REFERENCES plan_texts (id),
    entered_at INTEGER,
    removed_at INTEGER
) STRICT;
CREATE INDEX treatments_at ON treatments (at);
CREATE INDEX treatments_plan_text ON treatments (plan_text);

CREATE TABLE entries (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind <> ''),
    what       TEXT    NOT NULL DEFAULT '',
    occurrence TEXT    NOT NULL DEFAULT '',
    until      INTEGER,
    amount_ml  INTEGER NOT NULL DEFAULT 0,
    treatment  INTEGER NOT NULL DEFAULT 0,  -- 0: none in particular
    note       TEXT    NOT NULL DEFAULT '',
    undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX entries_at ON entries (at);
CREATE INDEX entries_until ON entries (until) WHERE until IS NOT NULL;
CREATE INDEX entries_lasting ON entries (treatment) WHERE kind IN ('calm', 'extend');

CREATE TABLE deliveries (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    occurrence TEXT    NOT NULL CHECK (occurrence <> ''),
    round      INTEGER NOT NULL DEFAULT 0,
    what       TEXT    NOT NULL DEFAULT '',
    window     INTEGER NOT NULL DEFAULT 0 CHECK (window IN (0, 1)),
    treatment  INTEGER NOT NULL DEFAULT 0,  -- of a window's end: whose; 0: none
    due        INTEGER,
    begun_at   INTEGER,
    shown_at   INTEGER,
    closed_at  INTEGER,
    state      TEXT    NOT NULL CHECK (state IN ('begun', 'shown', 'closed', 'letgo')),
    reason     TEXT    NOT NULL DEFAULT '',
    title      TEXT    NOT NULL DEFAULT '',
    body       TEXT    NOT NULL DEFAULT '',
    service_id INTEGER NOT NULL DEFAULT 0,
    sum_of     TEXT    NOT NULL DEFAULT '',
    UNIQUE (occurrence, round)
) STRICT;
CREATE INDEX deliveries_due ON deliveries (due);
CREATE INDEX deliveries_begun_at ON deliveries (begun_at);
CREATE INDEX deliveries_window ON deliveries (treatment) WHERE window = 1;
CREATE INDEX deliveries_open ON deliveries (state) WHERE state IN ('begun', 'shown');

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plans (
    id       TEXT PRIMARY KEY CHECK (id <> ''),
    name     TEXT NOT NULL,
    text     TEXT NOT NULL,
    saved_at INTEGER
) STRICT;

-- One number that every write raises, so that others learn cheaply that something changed.
CREATE TABLE changes (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    n        INTEGER NOT NULL
) STRICT;
INSERT INTO changes (only_row, n) VALUES (1, 0);

PRAGMA user_version = 1;
