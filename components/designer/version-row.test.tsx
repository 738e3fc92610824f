import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { VersionSummary } from './api';
import { VersionRow } from './version-row';

const version: VersionSummary = {
  version: 4,
  note: 'Stricter threshold',
  publishedAt: '2026-11-17T09:12:00.000Z',
  publishedBy: 'demo-jonas',
  publishedByName: 'Jonas Weber',
  approvedByName: 'Ingrid Solberg',
  tags: ['Production'],
  runningInstances: 214,
};
const none = () => {};
const html = (more: Partial<VersionSummary> = {}) =>
  renderToStaticMarkup(
    <VersionRow
      version={{ ...version, ...more }}
      exportUrl={(format) => `/v4.${format}`}
      onView={none}
      onCompare={none}
      onRestore={none}
    />,
  );

it('says who made a version, who approved it, why, what it is called and what runs on it', () => {
  const row = html();
  for (const words of ['v4', 'Stricter threshold', 'Jonas Weber', 'Approved by Ingrid Solberg', 'Production'])
    expect(row).toContain(words);
  expect(row).toContain('214 running');
  expect(html({ runningInstances: 0, approvedByName: null, tags: [] })).toContain('None running');
});

it('names each action with its version, beginning with the word that is seen', () => {
  const names = [...html().matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual([
    'View v4',
    'Compare v4 with the draft',
    'Restore as draft: v4',
    ...['BPMN', 'YAML', 'SVG'].map((format) => `Export v4 as ${format}`),
  ]);
});
