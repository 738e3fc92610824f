import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TrialResult } from './trial-result';
import type { Trial } from './trial-state';

it('a test run that the day has no room for says so in words, and how much is used', () => {
  const trial: Trial = {
    ...{ ok: false, code: 'budget-day', schemaOk: false, problems: [], answers: [] },
    message: 'Acme was not asked: this step may cost at most 0.30 EUR a day',
    budget: { currency: 'EUR', used: 0, maxCostPerDay: 0.3, usedToday: 0.29 },
  };
  const html = renderToStaticMarkup(<TrialResult trial={trial} threshold={0.5} />);
  expect(html).toContain('Acme was not asked: this step may cost at most 0.30 EUR a day');
  expect(html).toContain('€0.29 of €0.3 for the day');
});
