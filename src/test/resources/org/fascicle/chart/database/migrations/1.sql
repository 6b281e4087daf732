-- For the tests of the database alone.
CREATE TABLE note (
  id ${key},
  text ${text} NOT NULL
);
