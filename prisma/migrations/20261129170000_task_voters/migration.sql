-- People who have decided where several do, and how often people were reminded.
ALTER TABLE "task" ADD COLUMN "voters" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "reminders" INTEGER NOT NULL DEFAULT 0;
