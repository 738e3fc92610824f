-- What Prisma's schema language has no words for: the engine's clock, guards against accidents, storage settings.

-- The one clock of all SQL. STABLE, so that indexes on due times are used; a test database replaces it.
CREATE FUNCTION engine_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT date_trunc('milliseconds', statement_timestamp()) $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are kept as they were written', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

-- The only UPDATE of the ledger takes the personal data of a row away; what was hashed stays.
CREATE FUNCTION refuse_ledger_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('countersign.erasing', true) = 'on'
     AND NEW.data IS NULL AND NEW.salt IS NULL
     AND (NEW.stream, NEW.first_seq, NEW.count, NEW.position, NEW.at, NEW.canon, NEW.leaf_hash)
       = (OLD.stream, OLD.first_seq, OLD.count, OLD.position, OLD.at, OLD.canon, OLD.leaf_hash) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE on ledger is refused: its rows are kept as they were written'
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION erase_ledger_data(erased_stream text, erased_first_seq integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('countersign.erasing', 'on', true);
  UPDATE ledger SET data = NULL, salt = NULL WHERE stream = erased_stream AND first_seq = erased_first_seq;
  PERFORM set_config('countersign.erasing', 'off', true);
END $$;

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_ledger_update();
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER process_version_no_update BEFORE UPDATE ON process_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER process_version_no_delete BEFORE DELETE ON process_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER process_version_no_truncate BEFORE TRUNCATE ON process_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Rows of these tables change often and live shortly: leave room for HOT updates and clean up early.
ALTER TABLE instance SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE work SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE timer SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX incident_open_idx ON incident (raised_at) WHERE resolved_at IS NULL;
CREATE INDEX instance_running_idx ON instance (started_at) WHERE status = 'running';
