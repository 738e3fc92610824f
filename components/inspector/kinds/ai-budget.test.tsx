import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { aiCallSchema } from '@/lib/elements/ai-call/schema';
import { BudgetSection } from './ai-budget';
import { EvidenceSection } from './ai-evidence';

const section = (view: object): string =>
  renderToStaticMarkup(<BudgetSection id="A" view={aiCallSchema.parse(view)} set={() => undefined} />);

it('says by what prices and for which day a limit is kept, only where there is one', () => {
  expect(section({})).not.toContain('By the prices in Settings');
  const limited = section({ maxCostPerDay: 5, currency: 'USD', onBudget: 'fallback' });
  expect(limited).toMatch(/By the prices in Settings; a model without a price is not asked\..*UTC/);
  expect(limited).toContain('value="USD"');
  expect(limited).toMatch(/<option[^>]*selected=""[^>]*>The next model is asked/);
  expect(limited, 'what an answer may have where nothing is said').toContain('placeholder="4000"');
});

it('names every field as problems do, so that they lead to it', () => {
  const html = section({});
  for (const field of ['timeout', 'maxTokens', 'maxCost', 'maxCostPerDay', 'currency', 'onBudget'])
    expect(html).toContain(`data-field="${field}"`);
});

it('shows whether quotes are required', () => {
  const drawn = (requireQuotes: boolean) =>
    renderToStaticMarkup(
      <EvidenceSection view={aiCallSchema.parse({ requireQuotes })} set={() => undefined} />,
    );
  expect(drawn(true)).toContain('aria-checked="true"');
  expect(drawn(false)).toContain('aria-checked="false"');
});
