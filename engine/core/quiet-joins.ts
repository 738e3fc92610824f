import type { ComplexJoin } from './behavior';
import { type ComplexState, noted } from './complex-gateway';
import { park } from './incidents';
import type { Executable, ExecutableNode } from './model';
import { runPhases } from './phases';
import { reachOf } from './reach';
import { type About, about, behaviorOf, emit, type Run } from './run';
import type { Arrival } from './state';

const joins = new WeakMap<Executable, readonly ExecutableNode[]>();

/** Gateways whose tokens wait for what can still come. */
function quietJoins(run: Run): readonly ExecutableNode[] {
  const known = joins.get(run.executable);
  if (known) return known;
  const found = Object.values(run.executable.nodes).filter((node) => waitsForOthers(run, node));
  joins.set(run.executable, found);
  return found;
}

/** Whether a token at this node is looked at when nothing else moves. */
export function waitsForOthers(run: Run, node: ExecutableNode): boolean {
  const kind = behaviorOf(run, node).joins;
  return node.incoming.length > 1 && (kind === 'inclusive' || kind === 'complex');
}

/** Lets one inclusive or complex join go on; called when nothing else can move. Answers whether one did. */
export function passQuietJoin(run: Run): boolean {
  for (const node of quietJoins(run)) {
    const kind = behaviorOf(run, node).joins;
    for (const scopeKey of scopesAt(run, node))
      if (kind === 'complex' ? passComplex(run, node, scopeKey) : passInclusive(run, node, scopeKey))
        return true;
  }
  return false;
}

function scopesAt(run: Run, node: ExecutableNode): Set<number> {
  const scopes = new Set<number>();
  for (const arrival of run.state.arrivals) if (arrival.elementId === node.id) scopes.add(arrival.scopeKey);
  for (const each of Object.values(run.state.activations))
    if (each.elementId === node.id) scopes.add(each.scopeKey);
  return scopes;
}

function passInclusive(run: Run, node: ExecutableNode, scopeKey: number): boolean {
  const waiting = arrivalsAt(run, node, scopeKey);
  const filled = new Set(waiting.map((arrival) => arrival.flowId));
  if (filled.size === 0 || othersCanCome(run, node, scopeKey, filled)) return false;
  const consumed = [...filled].map(
    (flowId) => waiting.find((arrival) => arrival.flowId === flowId)?.key ?? 0,
  );
  const key = run.state.nextKey;
  const named = { elementId: node.id, elementType: node.elementType, key, scopeKey };
  emit(run, 'element.activated', named, {});
  emit(run, 'join.passed', named, { arrivals: consumed });
  run.queue.push({ phase: 'input', key });
  return true;
}

/**
 * Tokens gather in one activation; when the activation condition holds the outgoing flows are taken, then tokens that
 * can still come are consumed until none can, and it resets (BPMN 2.0.2, 13.4.5).
 */
function passComplex(run: Run, node: ExecutableNode, scopeKey: number): boolean {
  const gathering = Object.values(run.state.activations).find(
    (each) => each.elementId === node.id && each.scopeKey === scopeKey,
  );
  const seen = gathering ? noted(gathering).flows : [];
  const fresh = arrivalsAt(run, node, scopeKey).find((arrival) => !seen.includes(arrival.flowId));
  if (gathering === undefined) return fresh !== undefined && beginGathering(run, node, fresh);
  if (gathering.status !== 'active') return false;
  const named = about(run, gathering);
  const state = noted(gathering);
  if (fresh) {
    emit(run, 'join.passed', named, { arrivals: [fresh.key] });
    note(run, named, { ...state, flows: [...seen, fresh.flowId] });
    run.queue.push({ phase: 'activate', key: gathering.key });
    return true;
  }
  if (othersCanCome(run, node, scopeKey, new Set(seen))) return false;
  const { activationCondition } = node.config as ComplexJoin;
  if (state.passed || !activationCondition) runPhases(run, gathering.key, 'leave');
  else
    park(
      run,
      gathering.key,
      'deadlock',
      `“${node.name || node.id}” has all tokens that can come, but its activation condition isn’t met.`,
      'activate',
    );
  return true;
}

function beginGathering(run: Run, node: ExecutableNode, arrival: Arrival): boolean {
  const { scopeKey, flowId } = arrival;
  const named = { elementId: node.id, elementType: node.elementType, key: run.state.nextKey, scopeKey };
  emit(run, 'element.activated', named, { arrival: arrival.key });
  note(run, named, { flows: [flowId], passed: false });
  run.queue.push({ phase: 'activate', key: named.key });
  return true;
}

const note = (run: Run, named: About, state: ComplexState): void =>
  emit(run, 'behavior.noted', named, { data: { ...state } });

const arrivalsAt = (run: Run, node: ExecutableNode, scopeKey: number): Arrival[] =>
  run.state.arrivals.filter((each) => each.elementId === node.id && each.scopeKey === scopeKey);

/** Whether a token can still come to a flow that has none, and not to one that has. */
function othersCanCome(
  run: Run,
  node: ExecutableNode,
  scopeKey: number,
  filled: ReadonlySet<string>,
): boolean {
  const { coming, flowing } = reachOf(run.executable, node);
  const empty = node.incoming.filter((flowId) => !filled.has(flowId));
  return tokensIn(run, node, scopeKey).some(
    (at) =>
      empty.some((flowId) => coming.get(flowId)?.has(at)) &&
      ![...filled].some((flowId) => flowing.get(flowId)?.has(at)),
  );
}

/** Where the other tokens of a scope are. */
function tokensIn(run: Run, node: ExecutableNode, scopeKey: number): string[] {
  const here = (each: { elementId: string; scopeKey: number }) =>
    each.scopeKey === scopeKey && each.elementId !== node.id;
  const active = Object.values(run.state.activations).filter(
    (each) => here(each) && each.attachedTo === undefined && each.undoes === undefined,
  );
  return [...active, ...run.state.arrivals.filter(here)].map((each) => each.elementId);
}
