import { type PropertyInfo, type TypeInfo, tagOfType, typeInfo, typeOfTag } from '@/lib/bpmn/metamodel/types';

/** Our own extensions are written without prefix, on the element itself. */
export const OWN_EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['aiCall', 'countersign:AiCall'],
  ['approval', 'countersign:Approval'],
  ['form', 'countersign:Form'],
  ['http', 'countersign:Http'],
  ['starters', 'countersign:Starters'],
  ['workingTime', 'countersign:WorkingTime'],
  ['ownership', 'countersign:Ownership'],
]);
const OWN_KEYS = new Map([...OWN_EXTENSIONS].map(([key, type]) => [type, key]));

/** How a type is named: as BPMN's XML does, without the prefix of BPMN itself (`userTask`, `bpmndi:BPMNShape`). */
export const keyOfType = (type: string): string => tagOfType(type).replace(/^bpmn:/, '');

/** The type a key names; undefined when there is none. */
export const typeOfKey = (key: string): TypeInfo | undefined =>
  typeOfTag(key.includes(':') ? key : `bpmn:${key}`);

/** The key of an extension element; throws `Unwritable` when the key wouldn't lead back to the type. */
export function keyOfExtension(type: string): string {
  const key = OWN_KEYS.get(type) ?? tagOfType(type);
  if (typeOfExtension(key) !== type) throw new Unwritable(`extension ${type}`);
  return key;
}

/** The type of an extension element: that of a descriptor, or its own name where nobody knows it. */
export const typeOfExtension = (key: string): string =>
  OWN_EXTENSIONS.get(key) ?? typeOfTag(key)?.name ?? key;

const fields = new WeakMap<TypeInfo, Map<string, PropertyInfo>>();

/** A property of a type by the key that documents and texts write it under. */
export function propertyOf(type: TypeInfo | undefined, key: string): PropertyInfo | undefined {
  if (!type) return undefined;
  if (!fields.has(type))
    fields.set(type, new Map(type.properties.map((property) => [property.key, property])));
  return fields.get(type)?.get(key);
}

/** Keys in the order of the standard's schema, then all others by name: the same content gives the same text. */
export function inOrder(type: TypeInfo | undefined, keys: readonly string[]): string[] {
  const known = (type?.properties ?? []).map(({ key }) => key).filter((key) => keys.includes(key));
  return [...new Set([...known, ...keys.filter((key) => !known.includes(key)).sort()])];
}

/** What a property holds: text or number, names of other elements, elements of their own, or values without id. */
export function kindOf(property: PropertyInfo): 'scalar' | 'reference' | 'elements' | 'values' {
  if (property.isReference) return 'reference';
  if (property.primitive) return 'scalar';
  return typeInfo(property.type)?.isEntry ? 'elements' : 'values';
}

/** The type of a value that doesn't say its own: expressions are formal ones nearly everywhere. */
export const valueType = (property: PropertyInfo): string =>
  property.type === 'bpmn:Expression' ? 'bpmn:FormalExpression' : property.type;

/** What the text form has no words for; the document is then written word for word. */
export class Unwritable extends Error {}
