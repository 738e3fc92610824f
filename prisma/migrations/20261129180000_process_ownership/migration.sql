-- Who answers for a process and what it is tagged with, as its draft says. Documents older than this say neither.
ALTER TABLE "process" ADD COLUMN "steward" TEXT NOT NULL DEFAULT '',
ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "process_tags_idx" ON "process" USING GIN ("tags");
