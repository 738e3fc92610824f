import { describe, expect, it } from 'vitest';
import { draw, extensions } from '@/engine/compile/testing/draw';
import { changeBetween } from '@/lib/document';
import { sample } from '@/lib/editing/testing/diagrams';
import { Analyst, answer } from './analyst';

const script = { $type: 'zeebe:Script', expression: '=1', resultVariable: 'sum' };
const document = draw(
  { S: 'StartEvent', A: { type: 'ScriptTask', values: extensions(script) }, E: 'EndEvent' },
  ['S > A', 'A > E'],
);
const without = draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > A', 'A > E']);

const scope = (elementId: string, field?: string) =>
  ({ about: 'scope', elementId, ...(field ? { field } : {}) }) as const;

function names(
  analyst: Analyst,
  question: ReturnType<typeof scope>,
  change = null as Parameters<Analyst['ask']>[1],
) {
  const found = analyst.ask(question, change);
  return found.about === 'scope' ? found.scope.variables.map(({ name }) => name) : [];
}

describe('the analyst of a draft', () => {
  it('tells fields that see what the step gives from the others', () => {
    const analyst = new Analyst();
    expect(names(analyst, scope('A', 'script'), changeBetween(null, document))).toEqual([]);
    expect(names(analyst, scope('A', 'outputs[0].source'))).toEqual(['sum']);
    expect(names(analyst, scope('A', 'inputs[0].source'))).toEqual([]);
    expect(names(analyst, scope('E'))).toEqual(['sum']);
  });

  it('looks once for all fields of an element that see the same', () => {
    const analyst = new Analyst();
    const first = analyst.ask(scope('E', 'a'), changeBetween(null, document));
    expect(analyst.ask(scope('E', 'b'), null)).toBe(first);
  });

  it('looks again after a change', () => {
    const analyst = new Analyst();
    names(analyst, scope('E'), changeBetween(null, document));
    expect(names(analyst, scope('E'), changeBetween(document, without))).toEqual([]);
    expect(analyst.ask({ about: 'problems' }, null)).toEqual(answer(without, { about: 'problems' }));
  });

  it('knows nothing of elements that are gone', () => {
    const analyst = new Analyst();
    expect(names(analyst, scope('Gone'), changeBetween(null, document))).toEqual([]);
  });

  it('tells remarks as well, as the server does', () => {
    const found = answer(sample().document, { about: 'problems' });
    const severities = found.about === 'problems' && found.problems.map(({ severity }) => severity);
    expect(severities).toContain('info');
  });
});
