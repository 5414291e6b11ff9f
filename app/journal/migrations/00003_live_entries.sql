-- What was taken back is hardly ever read again: an index of the entries that count, so that no answer takes longer
-- for it. A snooze counts even if it was taken back: see reminder.

-- +goose Up
CREATE INDEX entries_live ON entries (at) WHERE undone = 0 OR kind = 'snooze';

PRAGMA user_version = 3;
