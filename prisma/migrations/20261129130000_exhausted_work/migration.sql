-- Every two seconds somebody asks for work that was claimed five times: without an index of its own that reads the
-- whole table, ready work and all. Hardly a row is ever in it.
CREATE INDEX work_exhausted_idx ON work (available_at) WHERE claims >= 5;
