-- CreateTable
CREATE TABLE "decision_version" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "decision_ids" TEXT[],
    "source" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "stored_by" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "decision_version_decision_ids_idx" ON "decision_version" USING GIN ("decision_ids");

-- CreateIndex
CREATE INDEX "decision_version_namespace_idx" ON "decision_version"("namespace");

-- CreateIndex
CREATE UNIQUE INDEX "decision_version_key_number_key" ON "decision_version"("key", "number");
