import {
  boundsOf,
  type DocElement,
  type ElementId,
  extensionsOf,
  mustGet,
  nameOf,
  type ProcessDocument,
  shapeOf,
} from '@/lib/document';
import type { Seed } from '@/lib/elements/define';
import { setBounds } from '../di';
import { Edit } from '../edit';
import { followEdges } from '../follow';
import { around, centre } from '../geometry';
import type { Placeable } from '../kinds';
import { isExpanded, plant } from '../place';
import { label } from '../rules';
import { isActivity, isSubProcess } from '../traits';
import { type EditResult, isRefused } from '../types';
import { redeclareData } from './data-association';
import { fitsType, keeps, readsNoMore, sameTrigger, seedExtensions } from './morph-keeps';
import { canMorph } from './morph-rules';
import { removeAll } from './remove';

/** Attributes that say what kind an element is, rather than what it is called or how it behaves. */
const KIND_ATTRS = new Set([
  'triggeredByEvent',
  'instantiate',
  'parallelMultiple',
  'cancelActivity',
  'isInterrupting',
  'ordering',
  'eventGatewayType',
  'implementation',
  'scriptFormat',
  'calledElement',
]);

/** Turns an element into another kind; id, name, documentation, flows and what both kinds know are kept. */
export function morph(document: ProcessDocument, id: ElementId, kind: Placeable): EditResult {
  const rule = canMorph(document, id, kind);
  if (isRefused(rule)) return rule;
  const element = mustGet(document, id);
  const edit = new Edit(document);
  if (!sameTrigger(document, element, kind.seed)) {
    edit.remove(element.children.eventDefinitions ?? []);
    edit.ref(id, 'eventDefinitionRef', undefined);
    for (const seed of kind.seed.children?.eventDefinitions ?? []) plant(edit, seed, id, 'eventDefinitions');
  }
  edit.patch(id, {
    type: kind.seed.type,
    attrs: attrsAfter(element, kind),
    values: valuesAfter(element, kind.seed),
  });
  if (element.children.ioSpecification && !fitsType('ioSpecification', kind.seed.type))
    redeclareData(edit, id);
  dropForeign(edit, id, kind.seed.type);
  if (!/Exclusive|Inclusive|Complex/.test(kind.seed.type) && !isActivity(kind.seed.type))
    edit.ref(id, 'default', undefined);
  fitSize(edit, id, kind);
  return {
    document: edit.document,
    select: [id],
    announce: `Changed ${label(document, id)} to ${kind.label.toLowerCase()}`,
  };
}

/** Takes away references and contents that the new type can't carry. */
function dropForeign(edit: Edit, id: ElementId, type: string): void {
  const { refs, children } = edit.must(id);
  for (const name of Object.keys(refs)) if (!fitsType(name, type)) edit.ref(id, name, undefined);
  const gone = Object.entries(children).flatMap(([name, list]) =>
    !fitsType(name, type) || readsNoMore(type).includes(name) ? list : [],
  );
  if (gone.length > 0) removeAll(edit, gone);
}

function attrsAfter(element: DocElement, kind: Placeable): DocElement['attrs'] {
  const kept = Object.entries(element.attrs).filter(
    ([name]) => !KIND_ATTRS.has(name) && fitsType(name, kind.seed.type),
  );
  const attrs: DocElement['attrs'] = Object.fromEntries(kept);
  for (const [name, value] of Object.entries(kind.seed.attrs ?? {})) if (name !== 'name') attrs[name] = value;
  const generic = ['Task', 'Step', ''].includes(nameOf(element));
  if (generic && kind.seed.attrs?.name) attrs.name = kind.seed.attrs.name;
  return attrs;
}

function valuesAfter(element: DocElement, seed: Seed): DocElement['values'] {
  const kept = extensionsOf(element).filter((value) => keeps(value, seed));
  const added = seedExtensions(seed).filter((own) => !kept.some((value) => value.$type === own.$type));
  const { extensionElements: _old, script: _script, ...rest } = element.values;
  const values = Object.fromEntries(Object.entries(rest).filter(([name]) => fitsType(name, seed.type)));
  const list = [...added, ...kept];
  if (element.type === seed.type && element.values.script) values.script = element.values.script;
  return list.length > 0
    ? { ...values, extensionElements: { $type: 'bpmn:ExtensionElements', values: list } }
    : values;
}

/** Open sub-processes keep their size; everything else takes the size of its new kind around the same centre. */
function fitSize(edit: Edit, id: ElementId, kind: Placeable): void {
  const before = boundsOf(edit.base, id);
  const shape = shapeOf(edit.base, id);
  if (!before || !shape) return;
  if (isSubProcess(kind.seed.type)) {
    if (isExpanded(edit.base, id)) return;
    edit.attr(shape.id, 'isExpanded', false);
  } else edit.attr(shape.id, 'isExpanded', undefined);
  const size = isSubProcess(kind.seed.type) ? { width: 100, height: 80 } : kind.size;
  if (size.width === before.width && size.height === before.height) return;
  setBounds(edit, id, around(centre(before), size));
  followEdges(edit, new Set([id]));
}
