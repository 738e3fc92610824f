-- AlterTable
ALTER TABLE "model" ADD COLUMN     "second_person" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "process_version" ADD COLUMN     "approved_by" TEXT,
ADD COLUMN     "request_id" TEXT;

-- CreateTable
CREATE TABLE "publish_request" (
    "id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "document" JSONB,
    "checksum" TEXT,
    "diff" JSONB,
    "base_version" INTEGER,
    "draft_revision" INTEGER,
    "note" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "decided_by" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT,
    "version" INTEGER,

    CONSTRAINT "publish_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_mark" (
    "model_id" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "tagged_by" TEXT NOT NULL,
    "tagged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "version_mark_pkey" PRIMARY KEY ("model_id","tag")
);

-- CreateIndex
CREATE INDEX "publish_request_model_id_state_requested_at_idx" ON "publish_request"("model_id", "state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "process_version_request_id_key" ON "process_version"("request_id");

-- AddForeignKey
ALTER TABLE "publish_request" ADD CONSTRAINT "publish_request_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_mark" ADD CONSTRAINT "version_mark_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request of a kind for each model: two would be decided against each other.
CREATE UNIQUE INDEX publish_request_pending_idx ON publish_request (model_id, kind) WHERE state = 'pending';

-- Nobody is their own second person, whatever a program above this does.
ALTER TABLE process_version ADD CONSTRAINT process_version_two_people CHECK (approved_by IS NULL OR approved_by <> published_by);
ALTER TABLE publish_request ADD CONSTRAINT publish_request_two_people
  CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> requested_by);

-- What was asked for stays as it was asked; a request is decided once.
CREATE FUNCTION refuse_request_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'pending'
     AND (NEW.id, NEW.model_id, NEW.kind, NEW.document, NEW.checksum, NEW.diff, NEW.base_version, NEW.draft_revision,
          NEW.note, NEW.requested_by, NEW.requested_by_name, NEW.requested_at)
       IS NOT DISTINCT FROM
         (OLD.id, OLD.model_id, OLD.kind, OLD.document, OLD.checksum, OLD.diff, OLD.base_version, OLD.draft_revision,
          OLD.note, OLD.requested_by, OLD.requested_by_name, OLD.requested_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE on publish_request is refused: what was asked for is kept, and it is decided once'
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER publish_request_no_update BEFORE UPDATE ON publish_request FOR EACH ROW EXECUTE FUNCTION refuse_request_change();
CREATE TRIGGER publish_request_no_delete BEFORE DELETE ON publish_request FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publish_request_no_truncate BEFORE TRUNCATE ON publish_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
