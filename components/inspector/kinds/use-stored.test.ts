import { expect, it } from 'vitest';
import { choicesFor } from '../fields/feel-input';
import { callable, decided } from './use-stored';

const processes = callable({
  items: [
    { name: 'Invoice approval', key: 'invoice-approval', retired: false },
    { name: 'Claims', key: 'claims-2', retired: false },
    { name: 'Old claims', key: 'claims-1', retired: true },
  ],
});

it('offers processes that can be called and decisions by their names, and writes their ids', () => {
  expect(processes.map(({ label, apply }) => `${label}: ${apply}`)).toEqual([
    'Invoice approval: invoice-approval',
    'Claims: claims-2',
  ]);
  const decisions = decided({ items: [{ decisions: [{ decisionId: 'limit', name: '' }] }] });
  expect(decisions).toEqual([{ label: 'limit', apply: 'limit', detail: 'limit' }]);
});

it('finds by name and by id, and is quiet once one is written', () => {
  const found = (typed: string) => choicesFor(processes, typed).map(({ apply }) => apply);
  expect(found('')).toEqual(['invoice-approval', 'claims-2']);
  expect(found('CLAIM')).toEqual(['claims-2']);
  expect(found('approval')).toEqual(['invoice-approval']);
  expect(found('claims-2')).toEqual([]);
  expect(found('nothing')).toEqual([]);
});
