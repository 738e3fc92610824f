-- People who have decided where several do.
ALTER TABLE "task" ADD COLUMN "voters" TEXT[] DEFAULT ARRAY[]::TEXT[];
