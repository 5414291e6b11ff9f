-- A wish to be told when the wait for something is over is read for as long as its treatment is looked after.

-- +goose Up
CREATE INDEX entries_tell ON entries (treatment) WHERE kind = 'tell';

PRAGMA user_version = 5;
