-- Work that was claimed again and again is looked for at every claim and every two seconds: without an index of its own
-- that reads the whole table, ready work and all. Hardly a row is ever in it.
CREATE INDEX work_suspect_idx ON work (available_at) WHERE claims >= 3;
