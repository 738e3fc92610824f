-- Messages, signals and calls: what instances wait for from outside, and what leaves them.
-- CreateTable
CREATE TABLE "subscription" (
    "instance_id" TEXT NOT NULL,
    "key" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "correlation_key" TEXT,
    "route" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "position" BIGSERIAL NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("instance_id","key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "ref" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "token" TEXT,
    "quarantined_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "position" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "correlation_key" TEXT,
    "route" TEXT NOT NULL,
    "variables" TEXT NOT NULL,
    "conversation" TEXT,
    "origin" TEXT,
    "actor" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "pending" BOOLEAN NOT NULL DEFAULT true,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "token" TEXT,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "consumed_at" TIMESTAMPTZ(3),
    "receiver" TEXT,
    "error" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "call" (
    "child_id" TEXT NOT NULL,
    "parent_id" TEXT NOT NULL,
    "parent_key" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "start_subscription" (
    "process_id" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "model_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,

    CONSTRAINT "start_subscription_pkey" PRIMARY KEY ("process_id","element_id","index")
);

-- CreateTable
CREATE TABLE "start_timer" (
    "process_id" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "model_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "data" TEXT,

    CONSTRAINT "start_timer_pkey" PRIMARY KEY ("process_id","element_id","index")
);

-- CreateIndex
CREATE INDEX "subscription_route_position_idx" ON "subscription"("route", "position");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_ref_key" ON "outbox"("ref");

-- CreateIndex
CREATE INDEX "outbox_lane_id_idx" ON "outbox"("lane", "id");

-- CreateIndex
CREATE INDEX "message_expires_at_idx" ON "message"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_name_message_id_key" ON "message"("name", "message_id");

-- CreateIndex
CREATE INDEX "call_parent_id_parent_key_idx" ON "call"("parent_id", "parent_key");

-- CreateIndex
CREATE INDEX "start_subscription_name_position_idx" ON "start_subscription"("name", "position");

-- CreateIndex
CREATE INDEX "start_timer_due_at_idx" ON "start_timer"("due_at");

-- What is looked for again and again stays small: only what is still to be done is in these.
CREATE INDEX message_route_idx ON message (route, position) WHERE consumed_at IS NULL;
CREATE INDEX message_pending_idx ON message (available_at) WHERE pending AND consumed_at IS NULL;

ALTER TABLE subscription SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE outbox SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE message SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
