-- A resource, and which of its versions is the current one.
CREATE TABLE resource (
  pid ${key},
  type ${text} NOT NULL,
  id ${text} NOT NULL,
  version BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  UNIQUE (type, id)
);

CREATE INDEX resource_updated ON resource (type, updated, pid);

-- Every version as it was stored: FHIR JSON, complete. Times are milliseconds since 1970.
CREATE TABLE version (
  pid BIGINT NOT NULL,
  version BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (pid, version)
);

-- What the current version can be found by. Text values have a value; times have low and high and an empty value.
CREATE TABLE search_value (
  pid BIGINT NOT NULL,
  param ${text} NOT NULL,
  value ${text} NOT NULL,
  low BIGINT,
  high BIGINT,
  PRIMARY KEY (pid, param, value)
) ${clustered};

CREATE INDEX search_value_text ON search_value (param, value, pid) WHERE low IS NULL;

CREATE INDEX search_value_low ON search_value (param, low, pid) WHERE low IS NOT NULL;

CREATE INDEX search_value_high ON search_value (param, high, pid) WHERE high IS NOT NULL;
