import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { JsonObject } from '@/engine/core/json';
import { AiReason } from './ai-reason';

const RESULT: JsonObject = {
  value: { amount: 12.5 },
  confidence: 0.8,
  confidenceSource: 'schema-checks',
  rationale: 'It stands there.',
  evidence: [
    { quote: 'total 12.50', field: 'amount', start: 6, end: 17 },
    { quote: 'invented', field: 'amount' },
  ],
  provider: 'Second',
  model: 'm2',
  simulated: false,
};

const text = (more: JsonObject): string =>
  renderToStaticMarkup(
    <AiReason
      outcomes={[]}
      evidence={{
        elementId: 'A',
        name: 'Read',
        variable: 'reading',
        result: { ...RESULT, ...more },
        confidenceSource: 'schema-checks',
        threshold: 0.9,
      }}
    />,
  ).replace(/<[^>]*>/g, '|');

it('marks the quotes that do not stand in the input, and no others', () => {
  const shown = text({});
  expect(shown.match(/not in the input/g)).toHaveLength(1);
  expect(shown).toMatch(/invented[|]+not in the input/);
  expect(shown).not.toContain('word for word');
  expect(shown).not.toContain('Asked before');
});

it('says that required quotes were found, and which models were asked before', () => {
  const attempts = [{ provider: 'First', model: 'm1', code: 'timeout', message: 'First did not answer.' }];
  const evidence = [{ quote: 'total 12.50', field: 'amount', start: 6, end: 17 }];
  const shown = text({ attempts, evidence, quotesRequired: true });
  expect(shown).toContain('The quote was found in the input, word for word.');
  expect(shown).toMatch(/Asked before, without an answer[|]+First \(m1\): First did not answer\./);
});
