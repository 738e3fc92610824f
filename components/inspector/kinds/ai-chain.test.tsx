import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { aiCallSchema } from '@/lib/elements/ai-call/schema';
import { ChainSection } from './ai-chain';
import { ChainLink } from './ai-link';

const panel = (...fallbacks: { provider: string; model: string }[]): string => {
  const view = aiCallSchema.parse({ provider: 'acme', fallbacks });
  return renderToStaticMarkup(<ChainSection view={view} set={() => undefined} />);
};
const labels = (html: string): string[] =>
  [...html.matchAll(/aria-label="((?:Move|Remove)[^"]*)"( disabled)?/g)].map(([, label = '']) => label);
const link = (provider: string) => ({ provider, model: '' });

it('of one model can only be added to', () => {
  const html = panel();
  expect(labels(html)).toEqual([]);
  expect(html).toContain('Add fallback');
});

it('of several can be put in order from each row, and says when the next one is asked', () => {
  const html = panel(link('b'), link('c'));
  expect(labels(html)).toEqual(
    ['first model', 'fallback 1', 'fallback 2'].flatMap((what) => [
      `Move ${what} up`,
      `Move ${what} down`,
      `Remove ${what}`,
    ]),
  );
  expect(html).toContain('b (not configured)');
  expect(html).toMatch(/next one is asked when a provider fails/);
});

it('takes at most five fallbacks', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map(link);
  expect(panel(...five)).not.toContain('Add fallback');
  expect(panel(...five.slice(1))).toContain('Add fallback');
});

it.each([
  ['EU (Frankfurt)', 'Data: EU (Frankfurt)'],
  [null, 'Data: not stated'],
])('a model says where data goes: %s', (region, says) => {
  const link = { provider: 'acme', model: '' };
  const acme = { providerId: 'acme', name: 'Acme', model: 'm', isDefault: false, region };
  const html = renderToStaticMarkup(
    <ChainLink link={link} at={0} providers={[acme]} onChange={() => undefined} />,
  );
  expect(html).toContain(says);
});
