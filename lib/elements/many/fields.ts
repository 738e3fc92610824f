import type { z } from 'zod';
import type { ProcessDocument } from '@/engine/compile/document';
import { get } from '@/lib/document';
import { REPEATED } from '../activity-kinds';
import { kindSpecOf } from '../catalogue';
import { common, commonSchema } from '../common/bpmn';
import { ownershipBpmn, ownershipSchema } from '../common/ownership';
import type { BpmnBinding } from '../define';
import { loopBinding, loopSchema } from '../loop/bpmn';
import type { DocumentPatch } from '../patch';
import { specOf } from '../registry';
import { type FieldShape, shapedFields, sharedShape } from './shape';
import { type FieldWords, wordsOf } from './words';

/** A field that all of several elements have. */
export interface SharedField {
  /** Names it among the fields of one selection: `own.retries`, `loop.kind`, `common.documentation`. */
  key: string;
  part: 'common' | 'own' | 'loop' | 'ownership';
  shape: FieldShape;
  words: FieldWords;
  /** What all of them hold; `mixed` where they differ. */
  mixed: boolean;
  value: unknown;
  /** Each value once, in the order of the elements. */
  values: readonly unknown[];
}

interface Part {
  part: SharedField['part'];
  schema: z.ZodType;
  bpmn: BpmnBinding<object>;
}

/** The views of an element: its own, how often it is done, what every element has, and who answers for it. */
function partsOf(document: ProcessDocument, id: string): Part[] {
  const spec = specOf(document, id);
  return [
    { part: 'own', schema: spec.schema, bpmn: spec.bpmn as BpmnBinding<object> },
    ...(REPEATED.has(spec.kind)
      ? [{ part: 'loop' as const, schema: loopSchema, bpmn: loopBinding as unknown as BpmnBinding<object> }]
      : []),
    { part: 'common', schema: commonSchema, bpmn: common as unknown as BpmnBinding<object> },
    { part: 'ownership', schema: ownershipSchema, bpmn: ownershipBpmn as unknown as BpmnBinding<object> },
  ];
}

/**
 * The elements that a change of several is made to: flows that merely lie between selected steps, as a lasso takes them,
 * are left as they are. Only flows selected are edited themselves.
 */
export function editedTogether(document: ProcessDocument, ids: readonly string[]): readonly string[] {
  const steps = ids.filter((id) => categoryOf(document, id) !== 'connection');
  return steps.length > 0 && steps.length < ids.length ? steps : ids;
}

const categoryOf = (document: ProcessDocument, id: string) => kindSpecOf(document, id).category;

/**
 * The fields that all of these elements have and that mean something for each as it is, in the order their kind
 * declares them. A field is the same when it has the same name and holds the same sort of value.
 */
export function sharedFields(document: ProcessDocument, ids: readonly string[]): SharedField[] {
  const [first, ...others] = ids.filter((id) => get(document, id));
  if (first === undefined) return [];
  return others.reduce(
    (shared, id) => joined(shared, fieldsOf(document, id, new Set(shared.map(({ part }) => part)))),
    [...fieldsOf(document, first).values()],
  );
}

/** @param wanted the parts that are still shared; of the others nothing is read */
function fieldsOf(
  document: ProcessDocument,
  id: string,
  wanted?: ReadonlySet<SharedField['part']>,
): Map<string, SharedField> {
  const parts = partsOf(document, id).filter(({ part }) => wanted?.has(part) ?? true);
  const fields = parts.flatMap(({ part, schema, bpmn }) => {
    const view = bpmn.read(document, id) as Record<string, unknown>;
    return shapedFields(schema).flatMap(({ path, shape }): SharedField[] => {
      const words = wordsOf(path, part === 'loop' ? 'loop' : 'own');
      const [name, member] = split(path);
      if (!words || (member !== undefined && view[name] === undefined)) return [];
      if (words.when && !words.when(view, document, id)) return [];
      const value = valueAt(view, path);
      return [{ key: `${part}.${path}`, part, shape, words, mixed: false, value, values: [value] }];
    });
  });
  return new Map(fields.map((field) => [field.key, field]));
}

function joined(shared: SharedField[], fields: ReadonlyMap<string, SharedField>): SharedField[] {
  return shared.flatMap((field) => {
    const other = fields.get(field.key);
    const shape = other && sharedShape(field.shape, other.shape);
    if (!other || !shape) return [];
    const values = field.values.includes(other.value) ? field.values : [...field.values, other.value];
    const mixed = values.length > 1;
    return [{ ...field, shape, values, mixed, value: mixed ? undefined : field.value }];
  });
}

/** The change that gives one element a value in a shared field; nothing when it has that value already. */
export function fieldPatch(
  document: ProcessDocument,
  id: string,
  key: string,
  value: unknown,
): DocumentPatch {
  const [part, ...rest] = key.split('.');
  const path = rest.join('.');
  const found = partsOf(document, id).find((each) => each.part === part);
  if (!found) return {};
  const view = found.bpmn.read(document, id) as Record<string, unknown>;
  if (valueAt(view, path) === value) return {};
  const also = wordsOf(path, part === 'loop' ? 'loop' : 'own')?.also?.(view, value);
  return found.bpmn.write({ ...withValue(view, path, value), ...also }, document, id);
}

const split = (path: string): [name: string, member: string | undefined] => {
  const [name = '', member] = path.split('.');
  return [name, member];
};

function valueAt(view: Record<string, unknown>, path: string): unknown {
  const [name, member] = split(path);
  return member === undefined ? view[name] : (view[name] as Record<string, unknown> | undefined)?.[member];
}

function withValue(view: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [name, member] = split(path);
  if (member === undefined) return { ...view, [name]: value };
  return { ...view, [name]: { ...(view[name] as object | undefined), [member]: value } };
}
