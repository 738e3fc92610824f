-- Every transition inserts into these tables in the order of their columns: a block range index finds rows as well
-- and costs next to nothing to keep.
DROP INDEX "ledger_position_idx";
CREATE INDEX "ledger_position_idx" ON "ledger" USING BRIN ("position");
DROP INDEX "engine_command_at_idx";
CREATE INDEX "engine_command_at_idx" ON "engine_command" USING BRIN ("at");
