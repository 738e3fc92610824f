import { describe, expect, it } from 'vitest';
import { append, EMPTY_LOG, type InstanceLog, momentAt, type SentEvent, SNAPSHOT_EVERY } from './log';

const started = {
  instanceId: 'i1',
  versionId: 'v1',
  processKey: 'p',
  businessKey: null,
  variables: { amount: 5 },
  startedBy: 'mia',
};

const sent = (seq: number, type: string, data: unknown = {}): SentEvent => ({
  seq,
  type,
  elementId: null,
  elementType: null,
  key: null,
  scopeKey: type === 'variables.set' ? '0' : null,
  at: new Date(Date.UTC(2026, 10, 20, 12, 0, seq)).toISOString(),
  actor: { kind: 'person', id: 'mia', name: 'Mia', via: 'session' },
  data,
});

const counting = (to: number): SentEvent[] => [
  sent(1, 'instance.started', started),
  ...Array.from({ length: to - 1 }, (_, i) => sent(i + 2, 'variables.set', { variables: { n: i + 2 } })),
];

const logOf = (events: SentEvent[]): InstanceLog => {
  const log = append(EMPTY_LOG, events);
  if (!log) throw new Error('a hole in the events');
  return log;
};

describe('the log of an instance', () => {
  it('folds events with the engine and counts them', () => {
    const { tip } = logOf(counting(3));
    expect(tip.seq).toBe(3);
    expect(tip.state?.variables).toEqual({ amount: 5, n: 3 });
  });

  it('leaves out events it has already, as a stream that starts again sends them', () => {
    const log = logOf(counting(3));
    expect(append(log, counting(2))).toBe(log);
    expect(append(log, counting(4))?.tip.state?.variables.n).toBe(4);
  });

  it('refuses events behind a hole', () => {
    expect(append(logOf(counting(2)), [sent(5, 'variables.set', { variables: {} })])).toBeNull();
  });

  it('gives the same moment whether events came at once or one by one', () => {
    const events = counting(2 * SNAPSHOT_EVERY + 7);
    const single = events.reduce<InstanceLog>((log, event) => append(log, [event]) ?? log, EMPTY_LOG);
    for (const seq of [
      0,
      1,
      2,
      SNAPSHOT_EVERY - 1,
      SNAPSHOT_EVERY,
      SNAPSHOT_EVERY + 1,
      2 * SNAPSHOT_EVERY + 6,
    ])
      expect(momentAt(single, seq)).toEqual(momentAt(logOf(events), seq));
    expect(single.snapshots.map((one) => one.seq)).toEqual([0, SNAPSHOT_EVERY, 2 * SNAPSHOT_EVERY]);
  });

  it('shows variables as of a moment, and what the newest change before it did', () => {
    const log = logOf(counting(SNAPSHOT_EVERY + 50));
    const moment = momentAt(log, SNAPSHOT_EVERY + 20);
    expect(moment.state?.variables.n).toBe(SNAPSHOT_EVERY + 20);
    expect(moment.change).toEqual({
      seq: SNAPSHOT_EVERY + 20,
      before: { amount: 5, n: SNAPSHOT_EVERY + 19 },
    });
    expect(moment.history.timeline).toHaveLength(SNAPSHOT_EVERY + 20);
  });

  it('keeps to the newest moment for events that are not there yet', () => {
    const log = logOf(counting(3));
    expect(momentAt(log, 99)).toBe(log.tip);
    expect(momentAt(log, 0).state).toBeNull();
  });
});
