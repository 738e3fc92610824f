import type { JsonObject } from '../core/json';
import type { Mapping } from '../core/model';
import { variableOf } from './data-names';
import type { DocElement } from './document';
import { children, get, language, reference, references, written } from './read';
import type { CompileContext } from './registry';

/**
 * Input and output mappings that data associations make, and the states that they leave data objects in (BPMN 2.0.2,
 * 10.4.2).
 */
export function compileData(context: CompileContext): {
  inputs: Mapping[];
  outputs: Mapping[];
  states: JsonObject;
} {
  const { document, element } = context;
  const written = children(document, element, 'dataOutputAssociations');
  return {
    inputs: children(document, element, 'dataInputAssociations').flatMap((each) => input(context, each)),
    outputs: written.flatMap((each) => output(context, each)),
    states: Object.assign({}, ...written.map((each) => stateOf(context, each))),
  };
}

function input(context: CompileContext, association: DocElement): Mapping[] {
  const { document } = context;
  const explicit = computed(context, association, 'inputs');
  if (explicit) return explicit;
  const [source] = sourcesOf(context, association);
  const target = targetOf(context, association);
  if (!source || !target) return [];
  const names = [variableOf(document, source), variableOf(document, target)] as const;
  return names[0] === names[1] ? [] : [copy(context, ...names, 'inputs')];
}

function output(context: CompileContext, association: DocElement): Mapping[] {
  const { document } = context;
  const explicit = computed(context, association, 'outputs');
  if (explicit) return explicit;
  const target = targetOf(context, association);
  const [source] = sourcesOf(context, association);
  if (!source || !target || gathered(context, source)) return [];
  return [copy(context, variableOf(document, source), variableOf(document, target), 'outputs')];
}

/** What a transformation or assignments compute; null when the association has neither. */
function computed(
  context: CompileContext,
  association: DocElement,
  field: 'inputs' | 'outputs',
): Mapping[] | null {
  const { document } = context;
  const assignments = children(document, association, 'assignment');
  if (assignments.length > 0) return assignments.flatMap((each) => assigned(context, each, field));
  const transformation = written(association, 'transformation');
  const target = targetOf(context, association);
  if (!transformation || !target || isForeign(context, transformation.language, field)) return null;
  const value = context.expression(transformation.body, field, { syntax: 'feel' });
  return [{ target: variableOf(document, target), value }];
}

function assigned(context: CompileContext, assignment: DocElement, field: 'inputs' | 'outputs'): Mapping[] {
  const from = written(assignment, 'from');
  const to = written(assignment, 'to');
  if (!from || !to || isForeign(context, from.language ?? to.language, field)) return [];
  const named = get(context.document, to.body.trim());
  const target = named ? variableOf(context.document, named) : pathOf(to.body);
  if (target === undefined) {
    const message = `“${to.body.trim()}” is not a variable that a data assignment can write to; it is left out.`;
    context.report('warning', 'data-assignment', message, field);
    return [];
  }
  // jBPM names its inputs by id and writes constants without quotes
  const value = context.expression(from.body, field, { syntax: named ? 'juel' : 'feel' });
  return [{ target, value }];
}

const pathOf = (text: string): string | undefined =>
  /^\s*(?:=|[$#]\{)?\s*([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\s*\}?\s*$/u.exec(text)?.[1];

function isForeign(context: CompileContext, written: string | undefined, field: string): boolean {
  const foreign = language(written).language;
  if (foreign === undefined) return false;
  const message = `A data association is written in “${foreign}”, which is kept but not run; it is left out.`;
  context.report('warning', 'mapping-not-run', message, field);
  return true;
}

function copy(context: CompileContext, from: string, target: string, field: string): Mapping {
  return { target, value: context.expression(`=${from}`, field) };
}

/** The state that a data object is in afterwards: “approved” of Invoice is `InvoiceState`. */
function stateOf(context: CompileContext, association: DocElement): JsonObject {
  const { document } = context;
  const target = targetOf(context, association);
  const state = target && children(document, target, 'dataState')[0]?.attrs.name;
  if (!target || typeof state !== 'string' || state === '') return {};
  return { [`${variableOf(document, target)}State`]: state };
}

const sourcesOf = ({ document }: CompileContext, association: DocElement): DocElement[] =>
  references(association, 'sourceRef').flatMap((id) => holding(get(document, id)));

const targetOf = ({ document }: CompileContext, association: DocElement): DocElement | undefined =>
  holding(get(document, reference(association, 'targetRef')))[0];

/** What a variable stands for: neither a store outside the process nor what drawing tools put where data is missing. */
function holding(item: DocElement | undefined): DocElement[] {
  const kept = item && !item.type.startsWith('bpmn:DataStore') && item.attrs.name !== PLACEHOLDER;
  return kept ? [item] : [];
}

const PLACEHOLDER = '__targetRef_placeholder';

/** The list that a multi-instance gathers is no result of a single instance. */
function gathered({ document, element }: CompileContext, source: DocElement): boolean {
  const [loop] = children(document, element, 'loopCharacteristics');
  return loop !== undefined && reference(loop, 'loopDataOutputRef') === source.id;
}
