-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "roles" TEXT[],
    "groups" TEXT[],
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "oidc_subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "person_id" TEXT,
    "service" TEXT,
    "roles" TEXT[],
    "groups" TEXT[],
    "bootstrap" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "secret" (
    "name" TEXT NOT NULL,
    "hosts" TEXT[],
    "ciphertext" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "kek_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ai_provider" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT,
    "model" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "ciphertext" BYTEA,
    "wrapped_key" BYTEA,
    "kek_id" TEXT,
    "input_price" BIGINT,
    "output_price" BIGINT,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ai_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "model" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "draft_revision" INTEGER NOT NULL DEFAULT 1,
    "draft_hash" TEXT NOT NULL,
    "sample_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "executable" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_version" (
    "id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "checksum" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instance" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "title" TEXT,
    "business_key" TEXT,
    "status" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work" (
    "instance_id" TEXT NOT NULL,
    "key" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "work_type" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "retries" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "payload" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT,
    "worker" TEXT,
    "leased_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_pkey" PRIMARY KEY ("instance_id","key")
);

-- CreateTable
CREATE TABLE "timer" (
    "instance_id" TEXT NOT NULL,
    "key" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("instance_id","key")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "key" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "approval" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "assignee" TEXT,
    "assignee_name" TEXT,
    "candidate_users" TEXT[],
    "candidate_groups" TEXT[],
    "priority" INTEGER,
    "due_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "decided_by" TEXT,
    "shown" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "incident_key" INTEGER NOT NULL,
    "key" INTEGER NOT NULL,
    "element_id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_command" (
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "first_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engine_command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "content" (
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "ledger" (
    "stream" TEXT NOT NULL,
    "first_seq" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "canon" TEXT NOT NULL,
    "leaf_hash" BYTEA NOT NULL,
    "data" TEXT,
    "salt" BYTEA,
    "tx" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("stream","first_seq")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "position" BIGINT NOT NULL,
    "index" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "element_id" TEXT,
    "element_name" TEXT,
    "process_id" TEXT,
    "process_name" TEXT,
    "instance_id" TEXT,
    "object" TEXT,
    "refused" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("position","index")
);

-- CreateTable
CREATE TABLE "projection_cursor" (
    "name" TEXT NOT NULL,
    "tx" TEXT NOT NULL DEFAULT '0',
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "projection_cursor_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_oidc_subject_key" ON "person"("oidc_subject");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_hash_key" ON "one_time_link"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "model_sample_id_key" ON "model"("sample_id");

-- CreateIndex
CREATE INDEX "process_key_idx" ON "process"("key");

-- CreateIndex
CREATE UNIQUE INDEX "process_model_id_key_key" ON "process"("model_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "process_version_model_id_number_key" ON "process_version"("model_id", "number");

-- CreateIndex
CREATE INDEX "instance_process_id_started_at_idx" ON "instance"("process_id", "started_at");

-- CreateIndex
CREATE INDEX "instance_started_at_idx" ON "instance"("started_at");

-- CreateIndex
CREATE INDEX "instance_business_key_idx" ON "instance"("business_key");

-- CreateIndex
CREATE INDEX "work_work_type_available_at_idx" ON "work"("work_type", "available_at");

-- CreateIndex
CREATE INDEX "timer_due_at_idx" ON "timer"("due_at");

-- CreateIndex
CREATE INDEX "task_state_opened_at_idx" ON "task"("state", "opened_at");

-- CreateIndex
CREATE INDEX "task_assignee_state_idx" ON "task"("assignee", "state");

-- CreateIndex
CREATE UNIQUE INDEX "task_instance_id_key_key" ON "task"("instance_id", "key");

-- CreateIndex
CREATE INDEX "incident_resolved_at_raised_at_idx" ON "incident"("resolved_at", "raised_at");

-- CreateIndex
CREATE UNIQUE INDEX "incident_instance_id_incident_key_key" ON "incident"("instance_id", "incident_key");

-- CreateIndex
CREATE INDEX "engine_command_at_idx" ON "engine_command"("at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "ledger_position_idx" ON "ledger"("position");

-- CreateIndex
CREATE INDEX "ledger_tx_position_idx" ON "ledger"("tx", "position");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_position_idx" ON "audit_event"("actor_id", "position");

-- CreateIndex
CREATE INDEX "audit_event_type_position_idx" ON "audit_event"("type", "position");

-- CreateIndex
CREATE INDEX "audit_event_process_id_position_idx" ON "audit_event"("process_id", "position");

-- CreateIndex
CREATE INDEX "audit_event_instance_id_position_idx" ON "audit_event"("instance_id", "position");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_version" ADD CONSTRAINT "process_version_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


