import { expect, it } from 'vitest';
import { throttledWarning } from './throttled-warning';

function recorded() {
  const lines: { level: string; times?: number; failures?: number; error?: string }[] = [];
  let clock = 0;
  const warning = throttledWarning({
    failing: 'down',
    working: 'up',
    now: () => clock,
    write: (line) => lines.push(JSON.parse(line)),
  });
  return { lines, warning, advance: (ms: number) => (clock += ms) };
}

it('says a lasting failure once a minute, in one short line each', () => {
  const { lines, warning, advance } = recorded();
  for (let i = 0; i < 130; i++) {
    warning.failed(new Error(`\nInvalid call\n\nconnect ECONNREFUSED ${'x'.repeat(500)}`));
    advance(1_000);
  }
  expect(lines.map((line) => line.times)).toEqual([1, 61, 121]);
  expect(lines[0]?.error).toMatch(/^connect ECONNREFUSED/);
  expect(lines[0]?.error?.length).toBeLessThanOrEqual(200);
});

it('says when it works again, and only then', () => {
  const { lines, warning } = recorded();
  warning.worked();
  expect(lines).toEqual([]);
  warning.failed('gone');
  warning.failed('gone');
  warning.worked();
  warning.worked();
  expect(lines.map((line) => [line.level, line.failures])).toEqual([
    ['warn', undefined],
    ['info', 2],
  ]);
});
