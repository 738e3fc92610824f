import type { SymbolSpec } from '@/components/bpmn/types';
import { newElement, type ProcessDocument, symbolOf } from '@/lib/document';
import type { Placeable } from '@/lib/editing';

const cache = new Map<string, SymbolSpec>();

/** How a kind looks before it exists. */
export function ghostSpec(kind: Placeable): SymbolSpec {
  const known = cache.get(kind.id);
  if (known) return known;
  const { seed, size } = kind;
  const definitions = (seed.children?.eventDefinitions ?? []).map((each, i) =>
    newElement(each.type, `d${i}`, 'e', 'eventDefinitions'),
  );
  const element = newElement(seed.type, 'e', null, '', {
    attrs: { ...seed.attrs },
    values: { ...seed.values },
    children: definitions.length > 0 ? { eventDefinitions: definitions.map((each) => each.id) } : {},
  });
  const document: ProcessDocument = {
    format: 1,
    root: 'e',
    namespaces: {},
    elements: Object.fromEntries([element, ...definitions].map((each) => [each.id, each])),
  };
  const shape = newElement('bpmndi:BPMNShape', 's', null, '', {});
  const open = size.width > 100;
  const drawn = symbolOf(document, element, shape, open);
  // A pool gets its process when it is placed.
  const spec = { ...drawn, ...size, ...(drawn.expanded !== undefined && { expanded: open }) };
  cache.set(kind.id, spec);
  return spec;
}
