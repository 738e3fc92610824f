-- What was set aside is looked through by people; there is little of it beside what comes and goes.
CREATE INDEX outbox_set_aside_idx ON outbox (quarantined_at) WHERE quarantined_at IS NOT NULL;
CREATE INDEX message_set_aside_idx ON message (consumed_at)
  WHERE consumed_at IS NOT NULL AND receiver IS NULL AND error IS NOT NULL;
