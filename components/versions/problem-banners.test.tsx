import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { Problem } from '@/engine/compile/problem';
import { ProblemBanners } from './problem-banners';
import { RequestBar, type RequestFacts, warningsWords } from './request-bar';

vi.mock('next/navigation', () => ({ useRouter: () => ({}) }));

const found = (severity: Problem['severity'], elementId: string): Problem => ({
  severity,
  elementId,
  code: 'decision-unbound',
  message: `${elementId} asks what is not there.`,
});
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');

it('lists errors and warnings apart, five of each, and no remarks', () => {
  const problems = [found('error', 'A'), ...['B', 'C', 'D', 'E', 'F', 'G'].map((id) => found('warning', id))];
  const words = wordsOf(
    renderToStaticMarkup(
      <ProblemBanners problems={[...problems, found('info', 'X')]} onProblem={() => {}} />,
    ),
  );
  expect(words).toContain('|One error: publishing is blocked|A asks what is not there.|');
  expect(words).toMatch(/\|6 warnings\|B .*\|F asks what is not there\.\|and 1 more\|$/);
});

it('shows who approves a request what publishing it says', () => {
  const request: RequestFacts = {
    requestId: 'r',
    kind: 'publish',
    state: 'pending',
    note: 'Cheaper',
    requestedByName: 'Mia',
    decidedByName: null,
    comment: null,
    version: null,
    problems: [found('warning', 'B'), found('info', 'X')],
  };
  const bar = (facts: RequestFacts) =>
    wordsOf(
      renderToStaticMarkup(
        <RequestBar processId="p" request={facts} own={false} mayDecide onElement={() => {}} />,
      ),
    );
  expect(bar(request)).toMatch(/Approve and publish.*\|One warning\|B asks what is not there\.\|/);
  expect(bar({ ...request, problems: [] })).not.toMatch(/warning/i);
  expect(warningsWords(request.problems)).toBe(' It has one warning.');
  expect(warningsWords([found('warning', 'A'), found('warning', 'B')])).toBe(' It has 2 warnings.');
  expect(warningsWords([found('info', 'A')])).toBe('');
});
