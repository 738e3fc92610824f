-- Business calendars: each change is another revision, and what was counted by one stays as it was.
CREATE TABLE "calendar_revision" (
    "calendar_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "stored_by" TEXT NOT NULL,
    "stored_by_name" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_revision_pkey" PRIMARY KEY ("calendar_id","revision")
);

CREATE TRIGGER calendar_revision_no_update BEFORE UPDATE ON calendar_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_revision_no_delete BEFORE DELETE ON calendar_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_revision_no_truncate BEFORE TRUNCATE ON calendar_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
