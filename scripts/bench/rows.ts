/** Every row of the benchmark: what it measures, and whether a run without `--row` includes it. */
export const ROWS = {
  sequence: {
    title: '1  Five no-op service tasks in sequence, each durable before the next',
    file: 'sequence.ts',
  },
  gateways: { title: '2  The same with gateways and FEEL only, one commit an instance', file: 'gateways.ts' },
  approval: { title: '3  Start → approval visible, decision → next step', file: 'approval.ts' },
  external: { title: '4  External workers over HTTP', file: 'external.ts' },
  stream: { title: '5  Commit → event in a client of the event stream', file: 'stream.ts' },
  raw: { title: '6  The raw limit: what the same server does without an engine', file: 'raw-row.ts' },
  flat: { title: 'Cost of a task by finished instances', file: 'flat.ts' },
  timers: { title: 'Timers', file: 'timers.ts' },
  'long-instance': { title: 'An instance of 100,000 events', file: 'long-instance.ts' },
  reporting: { title: 'Beside a reporting query of two minutes', file: 'reporting.ts' },
} as const satisfies Record<string, { title: string; file: string }>;

export type RowName = keyof typeof ROWS;

export const DEFAULT_ROWS: RowName[] = ['sequence', 'gateways', 'approval', 'external', 'stream', 'raw'];
