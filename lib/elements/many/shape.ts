import type { z } from 'zod';

/** What kind of value a field holds, as far as one control can edit it for several elements at once. */
export type FieldShape =
  | { as: 'text' }
  | {
      as: 'number';
      min?: number;
      max?: number;
      whole: boolean;
      empty?: null | undefined;
      mayBeEmpty: boolean;
    }
  | { as: 'flag' }
  | { as: 'choice'; values: readonly string[] };

/** The parts of a zod schema that are asked here; which wrappers lie around it doesn't matter to a control. */
interface Schema {
  def: { type: string; innerType?: Schema; shape?: Record<string, Schema> };
  minValue?: number | null;
  maxValue?: number | null;
  isInt?: boolean;
  options?: readonly unknown[];
}

/** A field of a view: where it is, as problems name it (`retries`, `timer.value`), and what it holds. */
export interface ShapedField {
  path: string;
  shape: FieldShape;
}

/**
 * The fields of a view that one control can hold, in the order the schema declares them; those of a part (`message`,
 * `timer`) with its name before them. Lists and whole documents such as a form are left out: they are edited one by one.
 */
export function shapedFields(schema: z.ZodType): readonly ShapedField[] {
  const before = known.get(schema);
  if (before) return before;
  const made = readFields(schema);
  known.set(schema, made);
  return made;
}

/** Schemas never change, and many elements share one. */
const known = new WeakMap<z.ZodType, readonly ShapedField[]>();

function readFields(schema: z.ZodType): ShapedField[] {
  const own = unwrapped(schema as unknown as Schema).inner;
  return Object.entries(own.def.shape ?? {}).flatMap(([name, member]) => {
    const { inner } = unwrapped(member);
    if (inner.def.shape)
      return Object.entries(inner.def.shape).flatMap(([part, each]) => shaped(`${name}.${part}`, each));
    return shaped(name, member);
  });
}

const WRAPPERS: ReadonlySet<string> = new Set(['default', 'prefault', 'optional', 'nullable', 'readonly']);

function unwrapped(schema: Schema): { inner: Schema; around: ReadonlySet<string> } {
  const around = new Set<string>();
  let inner = schema;
  while (WRAPPERS.has(inner.def.type) && inner.def.innerType) {
    around.add(inner.def.type);
    inner = inner.def.innerType;
  }
  return { inner, around };
}

function shaped(path: string, schema: Schema): ShapedField[] {
  const { inner, around } = unwrapped(schema);
  const shape = shapeOfInner(inner, around);
  return shape ? [{ path, shape }] : [];
}

function shapeOfInner(inner: Schema, around: ReadonlySet<string>): FieldShape | null {
  switch (inner.def.type) {
    case 'string':
      return { as: 'text' };
    case 'boolean':
      return { as: 'flag' };
    case 'enum':
      return { as: 'choice', values: (inner.options ?? []).map(String) };
    case 'number':
      return {
        as: 'number',
        whole: inner.isInt === true,
        mayBeEmpty: around.has('nullable') || around.has('optional'),
        ...(around.has('nullable') ? { empty: null } : {}),
        ...bound('min', inner.minValue),
        ...bound('max', inner.maxValue),
      };
    default:
      return null;
  }
}

/** Zod's own limits of whole numbers are no limits that anybody declared. */
const bound = (name: 'min' | 'max', value: number | null | undefined) =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? { [name]: value } : {};

/** What fits both: the narrower range, the same choices. Null where they hold different things. */
export function sharedShape(a: FieldShape, b: FieldShape): FieldShape | null {
  if (a.as === 'number' && b.as === 'number') {
    const min = Math.max(a.min ?? Number.NEGATIVE_INFINITY, b.min ?? Number.NEGATIVE_INFINITY);
    const max = Math.min(a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY);
    if (min > max || 'empty' in a !== 'empty' in b) return null;
    return {
      ...a,
      whole: a.whole || b.whole,
      mayBeEmpty: a.mayBeEmpty && b.mayBeEmpty,
      ...(Number.isFinite(min) ? { min } : {}),
      ...(Number.isFinite(max) ? { max } : {}),
    };
  }
  if (a.as === 'choice' && b.as === 'choice') return a.values.join('\n') === b.values.join('\n') ? a : null;
  return a.as === b.as ? a : null;
}
