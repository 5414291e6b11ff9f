-- How the skin feels, as the person says it: whether it is still red or peeling, and four figures. NULL and '' stand for
-- "not said". A feeling is changed by a new entry in its place: it names the one that was taken back for it.

-- +goose Up
ALTER TABLE entries ADD COLUMN skin TEXT NOT NULL DEFAULT '' CHECK (skin IN ('', 'red', 'calm'));
ALTER TABLE entries ADD COLUMN redness INTEGER CHECK (redness BETWEEN 0 AND 10);
ALTER TABLE entries ADD COLUMN tightness INTEGER CHECK (tightness BETWEEN 0 AND 10);
ALTER TABLE entries ADD COLUMN itch INTEGER CHECK (itch BETWEEN 0 AND 10);
ALTER TABLE entries ADD COLUMN soreness INTEGER CHECK (soreness BETWEEN 0 AND 10);
ALTER TABLE entries ADD COLUMN replaces INTEGER NOT NULL DEFAULT 0;

-- The feelings since a treatment are read for as long as it is looked after.
CREATE INDEX entries_feel ON entries (at) WHERE kind = 'feel';

PRAGMA user_version = 6;
