import type { DocElement, ElementId, ProcessDocument } from '@/engine/compile/document';
import { type FlowModel, flowModel, isEventSubProcess, type ScopeNode } from '@/engine/compile/flow-model';
import { get, nameOf, ref } from '@/lib/document';
import type { ScopeVariable } from '@/lib/feel/scope';
import { common } from './common/bpmn';
import { exampleVariables } from './example-output';
import { givesAnything, resultsOf, seesResults } from './results';
import { localTo, setBySurroundings } from './surroundings';

/** Variables an element sets when it completes: by its output mappings, else by what it is. */
export function producedBy(document: ProcessDocument, element: DocElement): readonly ScopeVariable[] {
  const { outputs } = common.read(document, element.id);
  if (outputs.length > 0) return outputs.map(({ target }) => ({ name: rootOf(target), type: 'any' }));
  return [
    ...resultsOf(document, element),
    ...setBySurroundings(document, element),
    ...exampleVariables(element),
  ];
}

/** Whether an element may set variables nobody can foresee. */
export function producesAnything(document: ProcessDocument, element: DocElement): boolean {
  if (common.read(document, element.id).outputs.length > 0) return false;
  return givesAnything(document, element);
}

/**
 * Variables that exist when an element is reached, with type and who sets them: those of every element that can come
 * before it, in its own and all enclosing scopes, and its own input mappings.
 * @param field of the element: some are looked at when it is done, and see what it gives as well
 */
export function variablesAt(document: ProcessDocument, id: ElementId, field = ''): ScopeVariable[] {
  const model = flowModel(document);
  const node = model.nodes.get(id) ?? sourceOfFlow(model, document, id);
  if (!node) return [];
  const flow = node.id !== id;
  const found = new Map<string, ScopeVariable>();
  for (const before of upstream(model, node, flow)) {
    const by = nameOf(before) || before.id;
    for (const variable of producedBy(document, before)) add(found, variable, by);
  }
  if (!flow) {
    const by = nameOf(node.element) || node.id;
    for (const { target } of common.read(document, id).inputs)
      add(found, { name: rootOf(target), type: 'any' }, by);
    if (seesResults(field))
      for (const variable of resultsOf(document, node.element)) add(found, variable, by);
  }
  for (let around: ScopeNode | undefined = node; around; around = model.nodes.get(around.scope))
    for (const variable of localTo(document, around.element))
      add(found, variable, nameOf(around.element) || around.id);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Whether more variables may exist at an element than {@link variablesAt} knows: a message, a signal, work of others or
 * whoever starts the process may have brought them.
 */
export function anythingAt(document: ProcessDocument, id: ElementId, field = ''): boolean {
  const model = flowModel(document);
  const node = model.nodes.get(id) ?? sourceOfFlow(model, document, id);
  if (!node) return false;
  const brings = (element: DocElement) => producesAnything(document, element);
  return (
    startsWithAnything(model, node) ||
    upstream(model, node, node.id !== id).some(brings) ||
    besides(model, node).some(brings) ||
    (seesResults(field) && givesAnything(document, node.element))
  );
}

/** A process without a start event is started with whatever the caller hands over. */
const startsWithAnything = (model: FlowModel, { process }: ScopeNode): boolean =>
  !model.scopes.get(process)?.nodes.some(({ element }) => element.type === 'bpmn:StartEvent');

/** What event sub-processes around an element wait for: they may write at any time. */
function besides(model: FlowModel, node: ScopeNode): DocElement[] {
  const scope = model.scopes.get(node.scope);
  const around = model.nodes.get(node.scope);
  const starts = (scope?.nodes ?? [])
    .filter(({ element }) => isEventSubProcess(element))
    .flatMap(({ id }) => model.scopes.get(id)?.nodes ?? []);
  return [...starts.map(({ element }) => element), ...(around ? besides(model, around) : [])];
}

/** For a sequence flow the scope is that after its source. */
function sourceOfFlow(model: FlowModel, document: ProcessDocument, id: ElementId): ScopeNode | undefined {
  return model.nodes.get(ref(get(document, id), 'sourceRef') ?? '');
}

function upstream(model: FlowModel, start: ScopeNode, itself: boolean): DocElement[] {
  const seen = new Set<ScopeNode>();
  const pending: (ScopeNode | undefined)[] = itself ? [start] : before(model, start);
  for (let node = pending.pop(); node || pending.length > 0; node = pending.pop()) {
    if (!node || seen.has(node)) continue;
    seen.add(node);
    pending.push(...before(model, node), ...(model.scopes.get(node.id)?.nodes ?? []));
  }
  return [...seen].map((node) => node.element).reverse();
}

function before(model: FlowModel, node: ScopeNode): (ScopeNode | undefined)[] {
  const flows = node.incoming.map((flow) => model.nodes.get(ref(flow, 'sourceRef') ?? ''));
  const host = model.nodes.get(ref(node.element, 'attachedToRef') ?? '');
  // what runs inside a sub-process sees what was set before the sub-process; a border event what was before its host
  const outer = [host, model.nodes.get(node.scope)].filter((each) => each !== undefined);
  return [...flows, ...outer.flatMap((each) => before(model, each))];
}

function add(found: Map<string, ScopeVariable>, variable: ScopeVariable, by: string): void {
  const known = found.get(variable.name);
  if (!known) {
    found.set(variable.name, { ...variable, setBy: by });
    return;
  }
  const entries = mergeEntries(known.entries, variable.entries);
  found.set(variable.name, {
    ...known,
    type: known.type === variable.type ? known.type : 'any',
    ...(entries ? { entries } : {}),
    ...(known.setBy?.split(', ').includes(by) ? {} : { setBy: `${known.setBy}, ${by}` }),
  });
}

function mergeEntries(a: readonly ScopeVariable[] = [], b: readonly ScopeVariable[] = []) {
  const names = new Set(a.map((entry) => entry.name));
  const all = [...a, ...b.filter((entry) => !names.has(entry.name))];
  return all.length > 0 ? all : undefined;
}

/** `customer.address` sets `customer`. */
export const rootOf = (path: string): string => path.split('.')[0]?.trim() ?? path;
