import { afterAll, beforeAll, describe } from 'vitest';
import type { StartTarget } from '../host/delivery/kinds';
import type { DueStart } from '../host/delivery/ports';
import type { EngineStore } from '../host/ports';
import { commandCases } from './conformance/commands';
import { historyCases } from './conformance/history';
import { leaseCases } from './conformance/leases';
import { messageCases } from './conformance/messages';
import { outboxCases } from './conformance/outbox';
import { parkingCases } from './conformance/parking';
import { rowCases } from './conformance/rows';
import { startCases } from './conformance/starts';
import { subscriptionCases } from './conformance/subscriptions';
import { timerCases } from './conformance/timers';

/** A store under test, with what the suite must be able to do to it from outside. */
export interface StoreUnderTest {
  store: EngineStore;
  /** Moves the store's clock forward. */
  advance(ms: number): Promise<void>;
  /** Erases the data of one ledger row. */
  erase(instanceId: string, firstSeq: number): Promise<void>;
  /** Replaces an instance's snapshot by something that is no JSON. */
  damage(instanceId: string): Promise<void>;
  /** The row of a task, by column. */
  task(
    instanceId: string,
    key: number,
  ): Promise<{ state: string; assignee: string | null; shown: string | null; users: string[] }>;
  /** A stored body by its hash. */
  content(hash: string): Promise<string | null>;
  /** Open incidents of an instance: their messages. */
  incidents(instanceId: string): Promise<string[]>;
  /** A start event of a published version that waits for a message or signal. */
  startSubscription(row: StartTarget & { kind: 'message' | 'signal'; name: string }): Promise<void>;
  /** A start event of a published version that waits for a time. */
  startTimer(row: DueStart): Promise<void>;
  /** The next commit is durable, but its answer is lost. */
  loseNextAnswer(): Promise<void>;
  close(): Promise<void>;
}

/** One suite for every store: what the host relies on, shown by behaviour. */
export function exerciseStore(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`store: ${name}`, () => {
    let made: StoreUnderTest;
    beforeAll(async () => {
      made = await makeStore();
    });
    afterAll(() => made?.close());
    const under = () => made;
    commandCases(under);
    leaseCases(under);
    timerCases(under);
    rowCases(under);
    historyCases(under);
    subscriptionCases(under);
    outboxCases(under);
    messageCases(under);
    startCases(under);
    parkingCases(under);
  });
}
