import { type PropertyInfo, type TypeInfo, tagOfType, typeInfo } from '@/lib/bpmn/metamodel/types';
import type { InlineProperty, InlineValue } from '@/lib/document';
import { inOrder, propertyOf, typeOfExtension, Unwritable, valueType } from '../keys';
import { type Fields, line, type Tree } from './tree';

/** The values of a property: one text where there is only one, a list where there may be several. */
export function valuesTree(value: InlineProperty, property: PropertyInfo): Tree {
  if (Array.isArray(value) !== (property.isMany === true))
    throw new Unwritable(`${property.key} of another number`);
  const list = Array.isArray(value) ? value : [value];
  const trees = list.map((item) =>
    property.any ? tagged(item) : inlineTree(object(item), valueType(property)),
  );
  const [first] = trees;
  if (!property.isMany) return first ?? null;
  return trees.length === 1 && typeof first === 'string' ? first : trees;
}

/** A value without id: its text alone where it has nothing else, or its fields. */
export function inlineTree(value: InlineValue, expected: string): Tree {
  const type = typeInfo(value.$type);
  const given = Object.keys(value).filter((key) => key !== '$type' && value[key] !== undefined);
  const keys = inOrder(type, given);
  const body = value[type?.body?.key ?? '$body'];
  if (value.$type === expected && keys.length === 1 && typeof body === 'string') return body;
  const fields: Fields = new Map();
  if (value.$type !== expected) fields.set('$type', value.$type);
  for (const key of keys) fields.set(key, fieldTree(value[key], key, type));
  const short = [...fields.values()].every((tree) => typeof tree !== 'object' && String(tree).length < 60);
  return short && fields.size <= 4 ? line(fields) : fields;
}

function fieldTree(value: InlineProperty, key: string, type: TypeInfo | undefined): Tree {
  if (key === '$children') return list(value).map((item) => (isScalar(item) ? String(item) : tagged(item)));
  const property = propertyOf(type, key);
  if (property && !property.primitive && !property.isReference) return valuesTree(value, property);
  if (property?.isMany && Array.isArray(value)) return value.map(scalarTree);
  return scalarTree(value);
}

/** A value under its own name: `zeebe:input: { … }`; one whose name isn't its type's says its type. */
export function tagged(item: InlineProperty): Fields {
  const value = object(item);
  const key = tagOfType(value.$type);
  if (typeOfExtension(key) === value.$type) return new Map([[key, inlineTree(value, value.$type)]]);
  return fieldsWithType(value);
}

const fieldsWithType = (value: InlineValue): Fields => {
  const tree = inlineTree(value, '');
  if (!(tree instanceof Map)) throw new Unwritable(`extension ${value.$type}`);
  return tree;
};

function scalarTree(value: InlineProperty): Tree {
  if (isScalar(value)) return value;
  throw new Unwritable('a value where text is expected');
}

const isScalar = (value: InlineProperty): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const list = (value: InlineProperty): InlineProperty[] => (Array.isArray(value) ? value : [value]);

function object(value: InlineProperty): InlineValue {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Unwritable('text where a value is expected');
}
