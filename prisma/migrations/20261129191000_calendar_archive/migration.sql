-- Calendars that aren't offered any more. Revisions never change, so this stands beside them.
CREATE TABLE "calendar_archive" (
    "calendar_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "archived_by" TEXT NOT NULL,
    "archived_by_name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_archive_pkey" PRIMARY KEY ("calendar_id")
);
