import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '@/engine/compile/feel';
import { closeEvaluator } from '@/lib/feel/evaluator';
import { evaluateDecision } from './evaluate-decision';
import { type CompiledDecision, compileDecision, describeDmnProblem } from './index';
import { decision, input, literal, model, table } from './testing/build';

const now = '2026-03-01T10:00:00Z';

function compiled(source: string, id = 'd'): CompiledDecision {
  const result = compileDecision(source, id);
  if (!result.ok) throw new Error(result.problems.map(describeDmnProblem).join(' '));
  return result.decision;
}

function refused(source: string, id = 'd'): string[] {
  const result = compileDecision(source, id);
  return result.ok ? [] : result.problems.map(describeDmnProblem);
}

const run = (source: string, variables: Record<string, Json> = {}) =>
  compiled(source).evaluate({ variables, now });

afterAll(closeEvaluator);

const shipping = model(
  input('weight', 'number'),
  input('express', 'boolean'),
  input('unrelated', 'number'),
  decision(
    'band',
    table({
      hitPolicy: 'FIRST',
      inputs: ['weight'],
      outputs: [{}],
      rules: [
        ['< 1', '"letter"'],
        ['< 20', '"parcel"'],
        ['-', '"freight"'],
      ],
    }),
    { inputs: ['weight'] },
  ),
  decision('price', literal('if band = "letter" then 1.2 else weight * 0.7'), {
    inputs: ['weight'],
    requires: ['band'],
    typeRef: 'number',
  }),
  decision('d', literal('price + (if express then 5 else 0)'), {
    inputs: ['express'],
    requires: ['price'],
    typeRef: 'number',
  }),
);

describe('a compiled decision', () => {
  it('decides what it requires first, each once, and tells the way', () => {
    expect(run(shipping, { weight: 10, express: true })).toEqual({
      ok: true,
      value: 12,
      decisions: { band: 'parcel', price: 7, d: 12 },
      tables: [{ decision: 'band', table: 'table', matched: [{ rule: 2, id: 'r2' }] }],
      missing: [],
    });
  });

  it('runs inside a transition when all its expressions may, and names its inputs', () => {
    const { bounded, inputs, name } = compiled(shipping);
    expect({ bounded, name }).toEqual({ bounded: true, name: 'd' });
    expect(inputs.map((one) => one.name).sort()).toEqual(['express', 'weight']);
  });

  it('tells which input data it asked for in vain', () => {
    expect(run(shipping, { express: false })).toMatchObject({ ok: true, value: null, missing: ['weight'] });
  });

  it('is found by name, too', () => {
    const source = model(
      '<decision id="_1" name="Some  decision"><literalExpression><text>1</text></literalExpression></decision>',
    );
    expect(compiled(source, 'Some decision').id).toBe('_1');
  });

  it('reads dates from variables where the type says date, and gives them back as texts', () => {
    const source = model(
      input('due', 'date'),
      decision('d', literal('due + duration("P1M")'), { inputs: ['due'], typeRef: 'date' }),
    );
    expect(run(source, { due: '2026-01-31' })).toMatchObject({ ok: true, value: '2026-02-28' });
    expect(run(source, { due: 'soon' })).toMatchObject({
      ok: false,
      problems: [
        { decision: 'due', message: 'The value of “due” is of type string, which is not allowed as date.' },
      ],
    });
  });

  it('checks values against item definitions', () => {
    const source = model(
      `<itemDefinition name="status"><typeRef>string</typeRef><allowedValues><text>"new","old"</text></allowedValues></itemDefinition>`,
      `<itemDefinition name="order"><itemComponent name="status"><typeRef>status</typeRef></itemComponent>
       <itemComponent name="lines" isCollection="true"><typeRef>number</typeRef></itemComponent></itemDefinition>`,
      input('order', 'order'),
      decision('d', literal('sum(order.lines)'), { inputs: ['order'] }),
    );
    expect(run(source, { order: { status: 'new', lines: [1, 2] } })).toMatchObject({ ok: true, value: 3 });
    expect(run(source, { order: { status: 'lost', lines: [1, 2] } }).ok).toBe(false);
    expect(run(source, { order: { status: 'new', lines: ['x'] } }).ok).toBe(false);
  });

  it('survives types that contain themselves', () => {
    const source = model(
      `<itemDefinition name="tree"><itemComponent name="children" isCollection="true"><typeRef>tree</typeRef></itemComponent></itemDefinition>`,
      input('tree', 'tree'),
      decision('d', literal('count(tree.children)'), { inputs: ['tree'] }),
    );
    expect(run(source, { tree: { children: [{ children: [] }] } })).toMatchObject({ ok: true, value: 1 });
  });
});

describe('problems name their place', () => {
  const cells = (rules: string[][]) =>
    model(
      input('x', 'number'),
      decision('d', table({ inputs: [['x', '[0..10]']], outputs: [{ name: 'y', values: '1, 2' }], rules }), {
        inputs: ['x'],
      }),
    );

  it('in cells that are not FEEL, all at once', () => {
    expect(
      refused(
        cells([
          ['> ', '1'],
          ['1', '1 +'],
        ]),
      ),
    ).toEqual([
      'Decision “d”, rule 1, column “x”: “>”: Something is missing after “>”.',
      'Decision “d”, rule 2, column “y”: “1 +”: Something is missing after “+”.',
    ]);
  });

  it('in values that a column does not allow', () => {
    const source = cells([
      ['> 5', '3'],
      ['<= 5', '2'],
    ]);
    expect(run(source, { x: 11 })).toMatchObject({ ok: false, problems: [{ decision: 'd', column: 'x' }] });
    expect(run(source, { x: 6 })).toMatchObject({
      ok: false,
      problems: [{ decision: 'd', rule: 1, column: 'y' }],
    });
    expect(run(source, { x: 5 })).toMatchObject({ ok: true, value: 2 });
  });

  it('in results of another type', () => {
    const source = model(decision('d', literal('"a"'), { typeRef: 'number' }));
    expect(run(source)).toMatchObject({
      ok: false,
      problems: [{ decision: 'd', message: 'The result is of type string, which is not allowed as number.' }],
    });
  });

  it('in results that cannot be stored', () => {
    expect(run(model(decision('d', literal('[1..2]'))))).toMatchObject({
      ok: false,
      problems: [{ decision: 'd' }],
    });
  });
});

describe('decisions that are not bounded', () => {
  const loop = model(
    input('n', 'number'),
    decision('d', literal('sum(for i in 1..n return i)'), { inputs: ['n'] }),
  );

  it('are evaluated in a thread', async () => {
    expect(compiled(loop)).toMatchObject({ bounded: false, because: 'in “d”, it repeats with “for”' });
    const result = await evaluateDecision(
      compiled(loop),
      { variables: { n: 4 }, now },
      { timeoutMs: 20_000 },
    );
    expect(result).toMatchObject({ ok: true, value: 10 });
  });

  it('are stopped when they take too long', async () => {
    const result = await evaluateDecision(compiled(loop), { variables: { n: 1e9 }, now });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ decision: 'd', message: 'It took longer than 500 ms and was stopped.' }],
    });
  });

  it('may call knowledge models, which may call themselves, but not for ever', () => {
    const knowledge = (body: string) =>
      model(
        `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>${literal(body)}</encapsulatedLogic>
         <knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement></businessKnowledgeModel>`,
        decision('d', literal('f(5)'), { knowledge: ['f'] }),
      );
    expect(run(knowledge('if n <= 1 then 1 else n * f(n - 1)'))).toMatchObject({ ok: true, value: 120 });
    expect(run(knowledge('f(n + 1)'))).toMatchObject({
      ok: false,
      problems: [
        { decision: 'd', message: 'It calls itself without end, or its data is nested too deeply.' },
      ],
    });
  });
});

describe('models of several files', () => {
  const namespaced = (source: string, namespace: string, imports = '') =>
    source
      .replace('namespace="urn:test"', `namespace="${namespace}"`)
      .replace('<inputData', `${imports}<inputData`);
  const library = namespaced(
    model(input('base', 'number'), decision('double', literal('base * 2'), { inputs: ['base'] })),
    'urn:library',
  );
  const main = namespaced(
    model(
      input('x', 'number'),
      decision('d', literal('lib.double + x'), { inputs: ['x'] }).replace(
        '</decision>',
        '<informationRequirement><requiredDecision href="urn:library#double"/></informationRequirement></decision>',
      ),
    ),
    'urn:main',
    '<import name="lib" namespace="urn:library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>',
  );

  it('read decisions of an import by its name', async () => {
    const { readDmn } = await import('./index');
    const models = [main, library].map((source) => {
      const read = readDmn(source);
      if (!read.ok) throw new Error(read.message);
      return read.model;
    });
    const result = compileDecision(models, 'd');
    if (!result.ok) throw new Error(result.problems.map(describeDmnProblem).join(' '));
    expect(result.decision.evaluate({ variables: { x: 1, base: 4 }, now })).toMatchObject({ value: 9 });
    expect(result.decision.evaluate({ variables: { x: 1, lib: { base: 5 } }, now })).toMatchObject({
      value: 11,
    });
  });

  it('are refused without the import', () => {
    expect(refused(main)).toEqual(['“d” requires “double”, which does not exist in urn:library.']);
  });
});
