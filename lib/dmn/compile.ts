import { feelExcess, guardedRun, parseFeel } from '@/engine/compile/feel';
import { unboundedReason } from './bounded';
import { decide } from './evaluate/decide.mjs';
import { Program } from './evaluate/program.mjs';
import { type Nodes, nodesOf, reachableFrom } from './graph';
import type { DmnModel, DmnNode, TypedName } from './model';
import { openNames } from './open-names';
import { readDmn } from './read';
import { DmnRefused } from './refusal';
import { textsOf } from './texts';
import type { CompiledDecision, DecisionCompilation, DmnProblem } from './types';
import { withMissing } from './with-missing';

/**
 * Compiles a decision or a decision service of a model, with everything it requires.
 * @param source the XML of a model, or models that were read; imported models follow the one that imports them
 * @param decision the id (or, where no id is the same, the name) of the decision
 * @returns the decision, or every problem that keeps it from being evaluated. Never throws for what is in the model.
 */
export function compileDecision(
  source: string | DmnModel | readonly DmnModel[],
  decision: string,
): DecisionCompilation {
  try {
    return compile(modelsOf(source), decision);
  } catch (error) {
    if (error instanceof DmnRefused) return failed([{ decision: '', message: error.message }]);
    throw error;
  }
}

function modelsOf(source: string | DmnModel | readonly DmnModel[]): readonly DmnModel[] {
  if (typeof source !== 'string') return Array.isArray(source) ? source : [source as DmnModel];
  const read = readDmn(source);
  if (!read.ok) throw new DmnRefused(read.message, read.line);
  return [read.model];
}

interface Prepared {
  readonly nodes: Nodes;
  readonly program: Program;
}

/** What all decisions of the same models share, so that compiling each of thousands takes no longer than it must. */
const prepared = new WeakMap<readonly DmnModel[], Prepared>();

function prepare(models: readonly DmnModel[]): Prepared {
  const known = prepared.get(models);
  if (known) return known;
  const made = { nodes: nodesOf(models), program: new Program(models, explain) };
  prepared.set(models, made);
  return made;
}

function compile(models: readonly DmnModel[], decision: string): DecisionCompilation {
  const key = keyOf(models, decision);
  const { nodes: all, program } = prepare(models);
  const keys = reachableFrom(key, all);
  const nodes = keys.map((each) => all.get(each) as DmnNode);
  const excess = nodes.flatMap(excessOf);
  if (excess.length > 0) return failed(excess);
  for (const each of keys) {
    const placed = program.nodes.get(each);
    if (placed) program.codeOf(placed);
  }
  const problems = keys.flatMap((each) => program.problems.get(each) ?? []);
  return problems.length > 0 ? failed(problems) : { ok: true, decision: compiled(program, key, nodes) };
}

function compiled(program: Program, key: string, nodes: readonly DmnNode[]): CompiledDecision {
  const because = unboundedReason(nodes);
  const { id, name } = nodes.at(-1) as DmnNode;
  const open = openNames(nodes, program.models);
  return {
    id,
    name,
    inputs: [...declaredInputs(nodes), ...[...open.certain, ...open.possible].map((name) => ({ name }))],
    undeclared: open.certain,
    bounded: because === undefined,
    ...(because !== undefined && { because }),
    models: program.models,
    key,
    evaluate: (context) => {
      const run = because === undefined ? guardedRun(context.now) : { now: context.now };
      return withMissing(decide(program, key, context, run), open.certain, context);
    },
  };
}

function declaredInputs(nodes: readonly DmnNode[]): TypedName[] {
  return nodes
    .filter(({ kind }) => kind === 'input')
    .map(({ name, typeRef }) => ({ name, ...(typeRef !== undefined && { typeRef }) }));
}

function keyOf(models: readonly DmnModel[], decision: string): string {
  for (const same of [(node: DmnNode) => node.id === decision, (node: DmnNode) => node.name === decision]) {
    for (const { namespace, nodes } of models) {
      const found = nodes.find((node) => (node.kind === 'decision' || node.kind === 'service') && same(node));
      if (found) return `${namespace}#${found.id}`;
    }
  }
  const known = models.flatMap(({ nodes }) =>
    nodes.filter(({ kind }) => kind === 'decision').map(({ id }) => `“${id}”`),
  );
  const has = known.length === 0 ? 'it has none' : `it has ${known.slice(0, 10).join(', ')}`;
  throw new DmnRefused(`The model has no decision “${decision}”; ${has}.`);
}

function excessOf(node: DmnNode): DmnProblem[] {
  return textsOf(node).flatMap(({ text }) => {
    const excess = feelExcess(text);
    return excess ? [{ decision: node.name, message: `An expression is too large: it has ${excess}.` }] : [];
  });
}

function explain(text: string, kind: 'expression' | 'unaryTests', names: readonly string[]): string {
  const parsed = parseFeel(text, { kind, names });
  return parsed.ok ? 'It is not FEEL.' : parsed.message;
}

const failed = (problems: readonly DmnProblem[]): DecisionCompilation => ({ ok: false, problems });
