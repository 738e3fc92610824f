-- One order for all that is published: what a process version found when it was published is what lies before it.
CREATE SEQUENCE publication_position;

ALTER TABLE process_version ADD COLUMN "position" BIGINT;
ALTER TABLE decision_version ADD COLUMN "position" BIGINT, ADD COLUMN "version_tags" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "decision_names" JSONB NOT NULL DEFAULT '{}';

-- Rows that exist are put in the order of their times, once; the guard is back before anybody else sees the table.
ALTER TABLE process_version DISABLE TRIGGER process_version_no_update;
WITH published AS (
  SELECT id, published_at AS at FROM process_version UNION ALL SELECT id, stored_at FROM decision_version
), ordered AS (SELECT id, row_number() OVER (ORDER BY at, id) AS place FROM published),
processes AS (UPDATE process_version v SET "position" = place FROM ordered WHERE ordered.id = v.id)
UPDATE decision_version v SET "position" = place FROM ordered WHERE ordered.id = v.id;
ALTER TABLE process_version ENABLE TRIGGER process_version_no_update;
SELECT setval('publication_position', 1 + (SELECT count(*) FROM process_version) + (SELECT count(*) FROM decision_version), false);

ALTER TABLE process_version ALTER COLUMN "position" SET NOT NULL,
  ALTER COLUMN "position" SET DEFAULT nextval('publication_position'::regclass);
ALTER TABLE decision_version ALTER COLUMN "position" SET NOT NULL,
  ALTER COLUMN "position" SET DEFAULT nextval('publication_position'::regclass);
CREATE UNIQUE INDEX "process_version_position_key" ON process_version("position");
CREATE UNIQUE INDEX "decision_version_position_key" ON decision_version("position");

CREATE TRIGGER decision_version_no_update BEFORE UPDATE ON decision_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_version_no_delete BEFORE DELETE ON decision_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_version_no_truncate BEFORE TRUNCATE ON decision_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
