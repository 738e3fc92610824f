-- What AI steps with a daily limit have cost, one row for each step, day (UTC) and currency, in millionths of the
-- currency. Calls that are under way are in it with the most that they may cost.
CREATE TABLE "ai_spending" (
    "model_id" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "micro" BIGINT NOT NULL,

    CONSTRAINT "ai_spending_pkey" PRIMARY KEY ("model_id", "element_id", "day", "currency")
);
