import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Problem } from '@/engine/compile/problem';
import type { DesignerApi } from '../api';
import { ProblemsPanel } from './problems-panel';

const found = (severity: Problem['severity'], ...ids: string[]): Problem[] =>
  ids.map((elementId) => ({ severity, elementId, code: 'name', message: `${elementId} has no name.` }));

/** The words of the panel's head. */
function headOf(problems: readonly Problem[], remarks: readonly Problem[], known = true): string {
  const html = renderToStaticMarkup(
    <ProblemsPanel {...{ problems, remarks, known }} api={{} as DesignerApi} onReplay={() => {}} />,
  );
  return html
    .replace(/<kbd.*$/s, '')
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|[\s|]*/g, '|');
}

it('counts remarks apart from errors and warnings, and has no place for them where there are none', () => {
  const problems = [...found('error', 'A'), ...found('warning', 'B', 'C')];
  expect(headOf(problems, found('info', 'D', 'E'))).toMatch(
    /^\|Problems\|2 remarks\|Scenarios\| ?1 error\| ?2 warnings\|/,
  );
  expect(headOf([], found('info', 'D'))).toMatch(/^\|Problems\|1 remark\|Scenarios\|none\|/);
  expect(headOf(problems, [])).not.toMatch(/remark/i);
});

it('doesn’t say that there is nothing wrong before somebody has looked', () => {
  expect(headOf([], [], false)).toMatch(/^\|Problems\|Scenarios\|checking…\|/);
});
