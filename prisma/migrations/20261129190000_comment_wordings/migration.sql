-- AlterTable
ALTER TABLE "comment" ADD COLUMN "edited_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "comment_wording" (
    "id" TEXT NOT NULL,
    "comment_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_wording_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_wording_comment_id_written_at_idx" ON "comment_wording"("comment_id", "written_at");

-- AddForeignKey
ALTER TABLE "comment_wording" ADD CONSTRAINT "comment_wording_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is deleted is gone with everything it ever said.
CREATE FUNCTION forget_wordings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM comment_wording WHERE comment_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER comment_deleted AFTER UPDATE OF text ON comment
  FOR EACH ROW WHEN (NEW.text IS NULL) EXECUTE FUNCTION forget_wordings();
