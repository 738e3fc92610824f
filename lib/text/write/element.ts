import { type TypeInfo, typeInfo } from '@/lib/bpmn/metamodel/types';
import { childrenOf, type DocElement, type ProcessDocument } from '@/lib/document';
import {
  inOrder,
  keyOfExtension,
  keyOfType,
  kindOf,
  OWN_EXTENSIONS,
  propertyOf,
  typeOfKey,
  Unwritable,
} from '../keys';
import { drawsTree } from './draws';
import { inlineTree, tagged, valuesTree } from './inline';
import { stepsTree } from './steps';
import { type Fields, line, type Tree } from './tree';

/** What writing an element needs to know beyond the element. */
export interface WriteContext {
  document: ProcessDocument;
  /** Whether nodes list their flows (`bpmn:incoming`), as most tools write them. */
  flowLists: boolean;
}

/** An element with all it contains; `omit` names fields that are said elsewhere. */
export function elementTree(
  context: WriteContext,
  element: DocElement,
  omit: readonly string[] = [],
): Fields {
  const key = keyOfType(element.type);
  if (typeOfKey(key)?.name !== element.type) throw new Unwritable(`type ${element.type}`);
  return new Map([[key, element.implicitId ? null : element.id], ...fieldsOf(context, element, omit)]);
}

/** The fields of an element without what it is and its id. */
export function fieldsOf(context: WriteContext, element: DocElement, omit: readonly string[] = []): Fields {
  const type = typeInfo(element.type);
  if (!type) throw new Unwritable(`type ${element.type}`);
  const fields: Fields = new Map();
  attributes(fields, element, type);
  references(fields, element, type, omit);
  values(fields, element, type, omit);
  for (const key of inOrder(type, Object.keys(element.children)))
    if (!omit.includes(key)) childTrees(context, fields, element, type, key);
  return fields;
}

function attributes(fields: Fields, { attrs }: DocElement, type: TypeInfo): void {
  const others: Fields = new Map();
  for (const key of new Set(['name', ...inOrder(type, Object.keys(attrs))])) {
    const value = attrs[key];
    if (value === undefined) continue;
    const property = propertyOf(type, key);
    const known = property ? kindOf(property) === 'scalar' : /^\$|:/.test(key);
    (known && !key.startsWith('@') ? fields : others).set(key, value);
  }
  if (others.size > 0) fields.set('otherAttributes', others);
}

function references(fields: Fields, element: DocElement, type: TypeInfo, omit: readonly string[]): void {
  for (const key of inOrder(type, Object.keys(element.refs))) {
    const value = element.refs[key] ?? '';
    const property = propertyOf(type, key);
    if (omit.includes(key)) continue;
    if (!property || kindOf(property) !== 'reference') throw new Unwritable(`reference ${key}`);
    if (!Array.isArray(value) && property.isMany) throw new Unwritable(`single ${key}`);
    fields.set(key, Array.isArray(value) ? line([...value]) : value);
  }
  if (!element.qnames) return;
  const spelled = Object.entries(element.qnames)
    .sort(byKey)
    .map(([key, names]): [string, Tree] => [key, line(new Map(Object.entries(names).sort(byKey)))]);
  fields.set('$qnames', new Map(spelled));
}

function values(fields: Fields, element: DocElement, type: TypeInfo, omit: readonly string[]): void {
  for (const key of inOrder(type, Object.keys(element.values))) {
    const value = element.values[key];
    if (value === undefined) continue;
    if (omit.includes(key)) continue;
    const property = propertyOf(type, key);
    if (key === 'extensionElements') extensions(fields, element);
    else if (key === '$children') fields.set(key, (Array.isArray(value) ? value : [value]).map(tagged));
    else if (property && kindOf(property) === 'values') fields.set(key, valuesTree(value, property));
    else throw new Unwritable(`value ${key}`);
  }
}

/** Extension elements stand beside the attributes, each under its name, or in a list where that would say less. */
function extensions(fields: Fields, { values: { extensionElements: holder } }: DocElement): void {
  const plain =
    holder &&
    !Array.isArray(holder) &&
    Object.keys(holder).every((key) => key === '$type' || key === 'values');
  if (!plain || holder.$type !== 'bpmn:ExtensionElements') throw new Unwritable('extension elements');
  const items = Array.isArray(holder.values) ? holder.values : [];
  if (holder.values === undefined) return void fields.set('extensionElements', null);
  const trees = items.map((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) throw new Unwritable('extension');
    return { key: keyOfExtension(item.$type), tree: inlineTree(item, item.$type) };
  });
  const keys = new Set(trees.map(({ key }) => key));
  const beside = ({ key, tree }: { key: string; tree: Tree }) =>
    !fields.has(key) &&
    (tree instanceof Map || !key.includes(':')) &&
    (key.includes(':') || OWN_EXTENSIONS.has(key));
  if (items.length > 0 && keys.size === trees.length && trees.every(beside))
    for (const { key, tree } of trees) fields.set(key, tree);
  else fields.set('extensionElements', items.map(tagged));
}

function childTrees(
  context: WriteContext,
  fields: Fields,
  element: DocElement,
  type: TypeInfo,
  key: string,
): void {
  const property = propertyOf(type, key);
  if (!property || kindOf(property) !== 'elements') throw new Unwritable(`children ${key}`);
  const children = childrenOf(context.document, element.id, key);
  if (key === 'flowElements') {
    const { steps, order } = stepsTree(context, children);
    fields.set('steps', steps);
    if (order) fields.set('order', order);
    return;
  }
  if (key === 'planeElement') return void fields.set(...drawsTree(context, element, children));
  const trees = children.map((child) => elementTree(context, child));
  if (!property.isMany && trees.length !== 1) throw new Unwritable(`several ${key}`);
  fields.set(key, property.isMany ? trees : (trees[0] ?? null));
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
