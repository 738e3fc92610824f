import { childrenOf, type DocElement, get, type InlineValue, ref, valuesOf } from '@/lib/document';
import { elementTree, fieldsOf, type WriteContext } from './element';
import { type Fields, line, type Tree } from './tree';

/**
 * What a plane draws, a line for each: `task: 270 138 100 80` (x, y, width, height) or `flow: 216 178 / 270 178`. Where
 * something is drawn twice, or draws nothing, each shape is written in full.
 */
export function drawsTree(
  context: WriteContext,
  plane: DocElement,
  items: readonly DocElement[],
): [string, Tree] {
  const targets = items.map((item) => ref(item, 'bpmnElement'));
  const unique =
    new Set(targets).size === items.length && !targets.includes(undefined) && !targets.includes('');
  const position = (item: DocElement, index: number) => item.id === `${plane.id}~planeElement.${index}`;
  const usable = items.every((item, index) => isItem(item) && (!item.implicitId || position(item, index)));
  if (!unique || !usable) return ['planeElement', items.map((item) => elementTree(context, item))];
  return [
    'draws',
    new Map(items.map((item): [string, Tree] => [ref(item, 'bpmnElement') ?? '', itemTree(context, item)])),
  ];
}

/** The id that a shape or edge has when the text doesn't say another. */
export const itemId = (target: string): string => `${target}_di`;

const isItem = (item: DocElement): boolean =>
  item.type === 'bpmndi:BPMNShape'
    ? bounds(item) !== undefined
    : item.type === 'bpmndi:BPMNEdge' && way(item) !== undefined;

function itemTree(context: WriteContext, item: DocElement): Tree {
  const shape = item.type === 'bpmndi:BPMNShape';
  const at = (shape ? bounds(item) : way(item)) ?? '';
  const label = labelTree(context, item);
  const omit = ['bpmnElement', 'bounds', 'waypoint', ...(label === undefined ? [] : ['label'])];
  const fields: Fields = new Map<string, Tree>([[shape ? 'at' : 'via', at]]);
  if (item.implicitId) fields.set('id', null);
  else if (item.id !== itemId(ref(item, 'bpmnElement') ?? '')) fields.set('id', item.id);
  if (label !== undefined) fields.set('label', label);
  for (const [key, tree] of fieldsOf(context, item, omit)) fields.set(key, tree);
  if (fields.size === 1) return at;
  return [...fields.values()].every((tree) => typeof tree !== 'object' || tree === null)
    ? line(fields)
    : fields;
}

/** The bounds of a label, `auto` for one without; undefined when it says more. */
function labelTree(context: WriteContext, item: DocElement): Tree | undefined {
  const [label, second] = childrenOf(context.document, item.id, 'label');
  const entry = get(context.document, label?.id);
  if (!entry?.implicitId || second || entry.id !== `${item.id}~label.0`) return undefined;
  const { bounds: at, ...others } = Object.fromEntries(fieldsOf(context, entry, ['bounds'])) as Record<
    string,
    Tree
  >;
  if (at !== undefined || Object.keys(others).length > 0) return undefined;
  return valuesOf(entry, 'bounds').length === 0 ? 'auto' : bounds(entry);
}

const BOUNDS = ['x', 'y', 'width', 'height'];

function bounds(item: DocElement): string | undefined {
  const value = item.values.bounds;
  return value && !Array.isArray(value) ? numbers(value, 'dc:Bounds', BOUNDS) : undefined;
}

function way(item: DocElement): string | undefined {
  const points = item.values.waypoint;
  if (!Array.isArray(points) || points.length < 2) return undefined;
  const texts = points.map((point) => numbers(point, 'dc:Point', ['x', 'y']));
  return texts.includes(undefined) ? undefined : texts.join(' / ');
}

function numbers(value: InlineValue, type: string, keys: readonly string[]): string | undefined {
  const given = keys.map((key) => value[key]);
  const plain = value.$type === type && Object.keys(value).length === keys.length + 1;
  return plain && given.every((item) => typeof item === 'number') ? given.join(' ') : undefined;
}
