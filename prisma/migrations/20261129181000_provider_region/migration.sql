-- Where a provider processes data, in the administrator's words. Null: nobody has stated it.
ALTER TABLE "ai_provider" ADD COLUMN "region" TEXT;
