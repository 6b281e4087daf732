ALTER TABLE note ADD COLUMN colour TEXT;

CREATE UNIQUE INDEX note_text ON note (text);
