import type { ProcessDocument } from '@/lib/document';
import type { SentEvent } from './log';

/** Facts about an instance that don't change while it runs. */
export interface InstanceFacts {
  instanceId: string;
  processId: string;
  processName: string;
  version: number;
  checksum: string;
  title: string | null;
  businessKey: string | null;
  startedBy: string;
  startedByName: string;
  startedAt: string;
}

/** What the person may do from here. */
export interface InstanceRights {
  operate: boolean;
  start: boolean;
  seeTasks: boolean;
  seeAudit: boolean;
}

export interface InstanceViewProps {
  instance: InstanceFacts;
  document: ProcessDocument;
  events: readonly SentEvent[];
  rights: InstanceRights;
  /** `?at=` of the address. */
  at?: string;
  /** The server's clock, in epoch milliseconds, so that both sides write the same. */
  now: number;
}
