-- Somebody was sent to the identity provider to say once more who they are, for one signature.
CREATE TABLE "provider_step_up" (
    "id" TEXT NOT NULL,
    "state_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_step_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "provider_step_up_state_hash_key" ON "provider_step_up"("state_hash");

-- CreateIndex
CREATE INDEX "provider_step_up_person_id_idx" ON "provider_step_up"("person_id");

-- AddForeignKey
ALTER TABLE "provider_step_up" ADD CONSTRAINT "provider_step_up_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
