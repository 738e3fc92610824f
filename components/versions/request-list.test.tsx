import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RequestCount } from '@/components/shell/request-count';
import { type RequestItem, RequestList } from './request-list';

const item: RequestItem = {
  requestId: 'r1',
  processId: 'p1',
  processName: 'Claims',
  kind: 'publish',
  note: 'Two people look at it',
  baseVersion: 3,
  requestedByName: 'Mia Lindqvist',
  requestedAt: '2026-11-29T10:00:00.000Z',
  changes: { added: 1, removed: 0, changed: 2 },
};

const html = (others: RequestItem[], mine: RequestItem[] = [], waiting = others.length) =>
  renderToStaticMarkup(
    <RequestCount.Provider value={waiting}>
      <RequestList others={others} nextCursor={null} mine={mine} />
    </RequestCount.Provider>,
  );

it('says who asks for what, how much it changes, and leads to the comparison with what is live', () => {
  const page = html([item]);
  expect(page).toContain('href="/processes/p1/compare?from=3&amp;to=request-r1"');
  for (const words of ['Publish Claims', 'Two people look at it', 'Mia Lindqvist asked', 'Compared with v3'])
    expect(page).toContain(words);
  expect(page).toContain('1 added, 0 removed, 2 changed.');
  expect(page).toContain('1<span class="sr-only"> to decide</span>');
});

it('compares the first version of a process, and a change of the policy, with themselves', () => {
  const page = html([{ ...item, kind: 'policy-off', baseVersion: null, changes: null }]);
  expect(page).toContain('from=request-r1&amp;to=request-r1');
  expect(page).toContain('Claims without a second person');
  expect(page).toContain('Changes how it is published');
});

it('helps where nothing waits, and lists one’s own requests apart', () => {
  const page = html([], [item]);
  expect(page).toContain('Nothing waits for you');
  expect(page).not.toContain('to decide</span>');
  expect(page).toMatch(/You asked for[\s\S]*Publish Claims/);
  expect(page).not.toContain('Mia Lindqvist asked');
});
