import { describe, expect, it } from 'vitest';
import type { EngineEvent, Json, Recorded } from '@/engine/core';
import { aiCallsOf, totalCost } from './ai';

const actor = { kind: 'ai', id: 'ai', name: 'AI', via: 'worker' } as const;
const lease = { worker: 'w', leasedAt: '2026-11-20T12:00:00.000Z', attempt: 1 };

function entries(events: Pick<EngineEvent, 'type' | 'data'>[], elementId = 'A'): Recorded[] {
  return events.map((event, index) => ({
    seq: index + 1,
    at: '2026-11-20T12:00:00.000Z',
    actor,
    event: { v: 1, elementId, key: 1, ...event } as EngineEvent,
  }));
}

const report: Json = {
  provider: 'Simulated',
  model: 'simulated-1',
  simulated: true,
  request: { prompt: 'Read', system: '', promptHash: 'abc', parameters: { threshold: 0.9 } },
  responses: [{ text: '{}', problems: ['amount is missing'] }],
  tokens: { input: 10, output: 2 },
  latencyMs: 1840,
  cost: { amount: 0.0031, currency: 'EUR' },
};
const answer = {
  extraction: {
    value: {},
    confidence: 0.82,
    confidenceSource: 'schema-checks',
    rationale: 'Because.',
    evidence: [{ quote: 'RE-1', field: 'number' }],
  },
};
const called = { type: 'work.completed', data: { lease, report } } as const;
const answered = { type: 'variables.set', data: { variables: answer } } as const;

describe('AI calls in the history', () => {
  it('join the report with the answer that followed', () => {
    expect(aiCallsOf(entries([called, answered]), 2)).toEqual([
      expect.objectContaining({
        model: 'simulated-1',
        simulated: true,
        threshold: 0.9,
        latencyMs: 1840,
        confidence: { value: 0.82, source: 'schema-checks' },
        rationale: 'Because.',
        quotes: [{ quote: 'RE-1', field: 'number' }],
      }),
    ]);
  });

  it('say which models were asked before, and why those gave no answer', () => {
    const attempts = [{ provider: 'Acme', model: 'm', code: 'timeout', message: 'Too late.' }];
    const chain = { ...called, data: { lease, report: { ...report, attempts } } };
    expect(aiCallsOf(entries([chain]), 1)[0]?.attempts).toEqual([
      { provider: 'Acme', model: 'm', message: 'Too late.' },
    ]);
    expect(aiCallsOf(entries([called]), 1)[0]?.attempts).toEqual([]);
  });

  it('say where data went as it was stated then, and nothing in records that don’t', () => {
    const said = (region: string | null) =>
      aiCallsOf(entries([{ ...called, data: { lease, report: { ...report, region } } }]), 1)[0];
    expect(said('EU')).toMatchObject({ region: 'EU' });
    expect(said(null)).toMatchObject({ region: null });
    expect(aiCallsOf(entries([called]), 1)[0]).not.toHaveProperty('region');
  });

  it('say that quotes were required where they were', () => {
    const required = { extraction: { ...answer.extraction, quotesRequired: true } };
    const quoted = { ...answered, data: { variables: required } };
    expect(aiCallsOf(entries([called, quoted]), 2)[0]).toMatchObject({ quotesRequired: true });
    expect(aiCallsOf(entries([called, answered]), 2)[0]).toMatchObject({ quotesRequired: false });
  });

  it('don’t know what came after the moment', () => {
    expect(aiCallsOf(entries([called, answered]), 1)[0]?.confidence).toBeUndefined();
    expect(aiCallsOf(entries([called, answered]), 0)).toEqual([]);
  });

  it('show a failed call with its error, and leave out work that is no AI call', () => {
    const failed = { type: 'work.failed', data: { lease, error: 'Timed out', report } } as const;
    const http = { type: 'work.completed', data: { lease, report: { status: 200 } } } as const;
    expect(aiCallsOf(entries([failed, http]), 2).map((call) => call.error)).toEqual(['Timed out']);
  });

  it('sum costs by currency, and say nothing where no price is known', () => {
    const calls = aiCallsOf(entries([called, called]), 2);
    expect(totalCost(calls)).toBe('€0.0062');
    expect(totalCost([])).toBeUndefined();
  });
});
