import type { Node } from 'yaml';
import { type PropertyInfo, type TypeInfo, typeInfo } from '@/lib/bpmn/metamodel/types';
import type { InlineProperty, InlineValue } from '@/lib/document';
import { kindOf, propertyOf, typeOfExtension, valueType } from '../keys';
import { nearest } from './nearest';
import { isMap, isScalar, isSeq, type Source } from './source';

/** Text, number or boolean as the property wants it; where it wants text, `1.0` and `yes` stay as they are written. */
export function scalarValue(
  source: Source,
  node: Node | null,
  property?: PropertyInfo,
): string | number | boolean {
  const typed = property?.type === 'Boolean' || property?.type === 'Integer' || property?.type === 'Real';
  if (!isScalar(node)) return source.refuse(node, 'A single value is expected here.');
  const { value } = node;
  if (property?.type === 'Boolean' && typeof value === 'string' && /^(?:yes|no|on|off)$/i.test(value))
    source.refuse(node, `Write “true” or “false” instead of “${value}”.`);
  return typed && (typeof value === 'number' || typeof value === 'boolean') ? value : source.text(node);
}

/** The values of a property that holds values without id. */
export function readValues(
  source: Source,
  node: Node | null,
  property: PropertyInfo,
): InlineValue | InlineValue[] {
  const read = (item: Node) =>
    property.any ? readTagged(source, item) : readInline(source, item, valueType(property));
  if (property.isMany) return source.items(node).map(read);
  if (isSeq(node)) source.refuse(node, `“${property.key}” holds one value, not a list.`);
  return node ? read(node) : { $type: valueType(property) };
}

/** A value from its text alone, or from its fields. */
export function readInline(source: Source, node: Node, expected: string): InlineValue {
  if (isScalar(node)) return { $type: expected, [bodyKey(typeInfo(expected))]: source.text(node) };
  const entries = source.entries(node, `A ${expected}`);
  const given = entries.find(({ key }) => key === '$type');
  const $type = given ? source.text(given.value) : expected;
  const value: InlineValue = { $type };
  for (const { key, keyNode, value: item } of entries) {
    if (key !== '$type') value[key] = readField(source, item, keyNode, key, $type);
  }
  return value;
}

const bodyKey = (type: TypeInfo | undefined): string => type?.body?.key ?? '$body';

function readField(
  source: Source,
  node: Node | null,
  keyNode: Node,
  key: string,
  owner: string,
): InlineProperty {
  if (key === '$children')
    return source.items(node).map((item) => (isScalar(item) ? source.text(item) : readTagged(source, item)));
  const type = typeInfo(owner);
  const property = propertyOf(type, key);
  if (property && kindOf(property) !== 'scalar' && kindOf(property) !== 'reference')
    return readValues(source, node, property);
  if (!property && type && !/^[$@]|:/.test(key)) unknownField(source, keyNode, key, type);
  if (property?.isMany && isSeq(node))
    return source.items(node).map((item) => scalarValue(source, item, property));
  if (node === null)
    return source.refuse(keyNode, `“${key}” has no value. Write '' for an empty text, or leave it out.`);
  return scalarValue(source, node, property);
}

/** `zeebe:input: { … }`: a value under its own name. */
export function readTagged(source: Source, node: Node): InlineValue {
  const [entry, second] = source.entries(node, 'An extension element');
  if (entry?.key === '$type') return readInline(source, node, '');
  if (!entry || second)
    return source.refuse(
      second?.keyNode ?? node,
      'Each of these is one name with its content, such as “zeebe:input: { … }”.',
    );
  return readExtension(source, entry.key, entry.value);
}

/** An extension element by its key; nothing after the key is one without content. */
export function readExtension(source: Source, key: string, node: Node | null): InlineValue {
  const type = typeOfExtension(key);
  if (node === null) return { $type: type };
  return isMap(node) || isScalar(node)
    ? readInline(source, node, type)
    : source.refuse(
        node,
        `“${key}” holds fields, not a list. To have several, write them below “extensionElements”.`,
      );
}

/** Refuses a field that a type hasn't got, with the nearest one it has. */
export function unknownField(
  source: Source,
  keyNode: Node,
  key: string,
  type: TypeInfo,
  more: string[] = [],
): never {
  const known = [...type.properties.map((property) => property.key), ...more];
  const near = nearest(key, known);
  const name = type.name.replace(/^bpmn:/, '');
  const hint = near
    ? `Did you mean “${near}”?`
    : 'Take it out, or give it the prefix of the vocabulary it belongs to.';
  return source.refuse(keyNode, `A ${name} has no “${key}”. ${hint}`);
}
