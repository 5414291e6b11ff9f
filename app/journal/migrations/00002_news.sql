-- What a delivery tells is kept as values (JSON, see record.News); title and body are the words in which it was
-- shown, '' until then. The desktop's own number of a notification is no part of what happened: it holds for one
-- session, and stands in a table of its own as long as the notification may be on the screen.

-- +goose Up
ALTER TABLE deliveries ADD COLUMN news TEXT NOT NULL DEFAULT '';

CREATE TABLE on_screen (
    delivery   INTEGER PRIMARY KEY REFERENCES deliveries (id),
    service_id INTEGER NOT NULL
) STRICT;
INSERT INTO on_screen (delivery, service_id)
    SELECT id, service_id FROM deliveries WHERE service_id <> 0 AND state = 'shown';
ALTER TABLE deliveries DROP COLUMN service_id;

PRAGMA user_version = 2;
