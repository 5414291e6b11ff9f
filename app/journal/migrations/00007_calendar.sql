-- The events that went into a person's calendar, as they went there: so a later file changes and cancels them. Instants
-- are Unix milliseconds in UTC; day is 1 for an event of a whole day, which begins at "at".

-- +goose Up
CREATE TABLE calendar (
    key       TEXT PRIMARY KEY CHECK (key <> ''),
    uid       TEXT    NOT NULL,
    sequence  INTEGER NOT NULL,
    changed   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    day       INTEGER NOT NULL CHECK (day IN (0, 1)),
    title     TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
