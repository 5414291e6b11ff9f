-- A small change of the person's own to a plan is read for as long as its treatment is looked after.

-- +goose Up
CREATE INDEX entries_own ON entries (treatment) WHERE kind = 'own';

PRAGMA user_version = 8;
