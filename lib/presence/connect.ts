import 'server-only';
import { randomUUID } from 'node:crypto';
import { Channel } from '@/engine/postgres/channel';
import { PresenceHub } from './hub';
import type { PresenceMessage } from './types';

/** The hub of this process, connected to those of all others on the database. */
export interface Presence {
  hub: PresenceHub;
  close(): Promise<void>;
}

/**
 * Connects by LISTEN and NOTIFY, outside every transaction. Messages may get lost with the connection; leases and
 * `catchUp` mend that.
 */
export function connectPresence(connectionString: string): Presence {
  const name = randomUUID();
  const hub = new PresenceHub((message) => {
    // The database being away is nothing to fail for: it shows nobody, and draws on.
    channel.send(JSON.stringify({ from: name, message })).catch(() => undefined);
  });
  const channel = new Channel({
    connectionString,
    channel: 'countersign_presence',
    applicationName: 'countersign-presence',
    onMessage: (payload) => {
      const { from, message } = JSON.parse(payload) as { from: string; message: PresenceMessage };
      if (from !== name) hub.receive(message);
    },
    onGap: () => hub.catchUp(),
    wanted: () => hub.inUse,
  });
  return { hub, close: () => channel.close() };
}
