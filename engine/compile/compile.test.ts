import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import type { ProcessDocument } from './document';
import type { CompileRegistry } from './registry';
import { draw, extensions } from './testing/draw';

const registry: CompileRegistry = {
  compilerOf: (_document, element) => ({
    behavior: element.type.slice(5),
    compile: ({ node }) => ({ of: node.id }),
  }),
  triggersOf: () => [],
  throwsOf: () => [],
  notExecutable: (_document, element) => (element.type === 'bpmn:ComplexGateway' ? 'Not yet.' : null),
  translate: (source) =>
    source.includes('(')
      ? { ok: false, message: 'it calls something.' }
      : { ok: true, feel: source.slice(2, -1) },
};
const options = { versionId: 'v1', checksum: 'sha', registry };

function compiled(document: ProcessDocument) {
  const result = compile(document, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.executables[0]!;
}

const condition = (text: string) => draw({ A: 'Task', B: 'Task' }, [`f: A > B ? ${text}`]);

describe('an executable', () => {
  const document = draw(
    {
      S: 'StartEvent',
      Sub: { type: 'SubProcess', refs: { default: 'd' } },
      B: {
        type: 'BoundaryEvent',
        attrs: { cancelActivity: false },
        refs: { attachedToRef: 'Sub' },
        events: ['Timer'],
      },
      T: { type: 'StartEvent', in: 'Sub' },
      A: { type: 'Task', in: 'Sub' },
      E: 'EndEvent',
    },
    ['a: S > Sub', 'T > A', 'd: Sub > E', 'B > E'],
  );
  const executable = compiled(document);

  it('carries the version it belongs to', () => {
    expect(executable).toMatchObject({
      versionId: 'v1',
      checksum: 'sha',
      processKey: 'P',
      processName: 'P',
      startNodes: ['S'],
    });
  });

  it('knows scopes, flows, border events and defaults', () => {
    expect(executable.nodes.Sub).toMatchObject({
      kind: 'SubProcess',
      elementType: 'subProcess',
      scope: 'P',
      incoming: ['a'],
      outgoing: ['d'],
      defaultFlow: 'd',
      boundary: ['B'],
      startNodes: ['T'],
      config: { of: 'Sub' },
    });
    expect(executable.nodes.B).toMatchObject({ attachedTo: 'Sub', interrupting: false });
    expect(executable.nodes.A).toMatchObject({ scope: 'Sub' });
    expect(executable.flows.d).toEqual({ id: 'd', source: 'Sub', target: 'E' });
  });
});

describe('what starts a process', () => {
  it.each([
    ['its plain start event', draw({ S: 'StartEvent', A: 'Task' }, ['S > A']), ['S']],
    ['every node nothing leads to', draw({ A: 'Task', B: 'Task', C: 'Task' }, ['A > C']), ['A', 'B']],
    [
      'no compensation handler, border event or event sub-process',
      draw(
        {
          A: 'Task',
          B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' } },
          C: { type: 'Task', attrs: { isForCompensation: true } },
          V: { type: 'SubProcess', attrs: { triggeredByEvent: true } },
        },
        [],
      ),
      ['A'],
    ],
  ])('%s', (_name, document, expected) => {
    expect(compiled(document).startNodes).toEqual(expected);
  });
});

describe('which processes run', () => {
  const two = draw({ S: 'StartEvent' }, [], { attrs: { isExecutable: false } });
  two.elements.Q = { ...two.elements.P!, id: 'Q', attrs: { isExecutable: true }, children: {} };
  two.elements.D!.children.rootElements?.push('Q');

  it('those marked executable', () => {
    const result = compile(two, options);
    expect(result.ok && result.executables.map((each) => each.processKey)).toEqual(['Q']);
  });

  it('all with content when none is marked', () => {
    expect(compiled(draw({ S: 'StartEvent' }, [], { attrs: { isExecutable: false } })).processKey).toBe('P');
  });

  it('none: a problem', () => {
    const result = compile(draw({}, [], { attrs: { isExecutable: false } }), options);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'no-process', elementId: 'D' }] });
  });

  it('only the one asked for', () => {
    expect(compile(two, { ...options, processKey: 'X' })).toMatchObject({
      ok: false,
      problems: [{ code: 'no-process' }],
    });
  });
});

describe('conditions', () => {
  it.each([
    ['FEEL after =', '=x > 1'],
    ['FEEL without', 'x > 1'],
    ['another language that translates', '#{x > 1}'],
  ])('%s run inside the transition', (_name, text) => {
    const run = compiled(condition(text)).flows.f?.condition;
    expect(
      run?.mode === 'bounded' && run.evaluate({ variables: { x: 2 }, now: '2026-01-01T00:00:00Z' }),
    ).toEqual({ ok: true, value: true, missing: [] });
  });

  it('whose work is not bounded are answered from outside', () => {
    expect(compiled(condition('=some y in x satisfies y > 1')).flows.f?.condition).toEqual({
      mode: 'unbounded',
      source: 'some y in x satisfies y > 1',
    });
  });

  it.each([
    ['=x >', /Something is missing after “>”.*at character 4/],
    ['#{x()}', /“#{x\(\)}” is written for another engine.*it calls something/],
  ])('%s is an error at its flow', (text, message) => {
    const result = compile(condition(text), options);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'expression', elementId: 'f', field: 'condition' }],
    });
    expect(result.problems[0]?.message).toMatch(message);
  });

  it('of a default flow or after a parallel gateway are not looked at', () => {
    const document = draw({ G: 'ParallelGateway', X: { type: 'Task', refs: { default: 'd' } }, A: 'Task' }, [
      'f: G > A ? =x >',
      'd: X > A ? =x >',
    ]);
    expect(compiled(document).flows).toMatchObject({ f: { id: 'f' }, d: { id: 'd' } });
  });
});

describe('mappings', () => {
  const zeebe = (direction: string, source: string, target: string) =>
    extensions({
      $type: 'zeebe:IoMapping',
      [`${direction}Parameters`]: [{ $type: 'zeebe:Mapping', source, target }],
    });

  it('are compiled: FEEL or text', () => {
    expect(
      compiled(draw({ A: { type: 'Task', values: zeebe('input', '=1 + 1', 'a.b') } }, [])).nodes.A?.inputs,
    ).toMatchObject([{ target: 'a.b', value: { mode: 'bounded', source: '1 + 1' } }]);
    expect(
      compiled(draw({ A: { type: 'Task', values: zeebe('output', 'plain', 'a') } }, [])).nodes.A?.outputs,
    ).toMatchObject([{ target: 'a', value: { mode: 'static', value: 'plain' } }]);
  });

  it('of Camunda 7 are translated; lists and scripts are a warning', () => {
    const values = extensions({
      $type: 'camunda:InputOutput',
      inputParameters: [
        { $type: 'camunda:InputParameter', name: 'a', value: '#{b}' },
        { $type: 'camunda:InputParameter', name: 'c', definition: { $type: 'camunda:List' } },
      ],
    });
    const result = compile(draw({ A: { type: 'Task', values } }, []), options);
    expect(result).toMatchObject({
      ok: true,
      problems: [{ severity: 'warning', code: 'mapping-not-run', field: 'inputs[1].source' }],
    });
    expect(result.ok && result.executables[0]?.nodes.A?.inputs).toMatchObject([
      { target: 'a', value: { source: 'b' } },
    ]);
  });
});

it('what can’t run yet is an error with the explanation', () => {
  const result = compile(draw({ G: 'ComplexGateway' }, []), options);
  expect(result).toEqual({
    ok: false,
    problems: [{ severity: 'error', code: 'not-executable', message: 'Not yet.', elementId: 'G' }],
  });
});
