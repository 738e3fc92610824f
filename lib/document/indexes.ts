import type { DocElement, ElementId, ProcessDocument } from './types';

/** What every selector needs and no element says by itself; built once per document version. */
export interface DocumentIndexes {
  /** Entries by their `type`, in document order. */
  byType: Map<string, DocElement[]>;
  /** Sequence flows by the node they end at. */
  incoming: Map<ElementId, DocElement[]>;
  /** Sequence flows by the node they start at. */
  outgoing: Map<ElementId, DocElement[]>;
  /** Boundary events by their host. */
  boundaryEvents: Map<ElementId, DocElement[]>;
  /** Shapes and edges by the element they draw; several when it is drawn in several diagrams. */
  drawn: Map<ElementId, DocElement[]>;
}

const cache = new WeakMap<ProcessDocument, DocumentIndexes>();

/** The document's indexes, built on first use and kept as long as that document object lives. */
export function indexesOf(document: ProcessDocument): DocumentIndexes {
  const known = cache.get(document);
  if (known) return known;
  const built = build(document);
  cache.set(document, built);
  return built;
}

/** All entries in document order: an entry comes before what it contains. */
export function* walk(document: ProcessDocument): Generator<DocElement> {
  const pending = [document.root];
  while (pending.length > 0) {
    const element = document.elements[pending.pop() ?? ''];
    if (!element) continue;
    yield element;
    const inner = Object.values(element.children).flat();
    for (let i = inner.length - 1; i >= 0; i--) pending.push(inner[i] ?? '');
  }
}

function build(document: ProcessDocument): DocumentIndexes {
  const indexes: DocumentIndexes = {
    byType: new Map(),
    incoming: new Map(),
    outgoing: new Map(),
    boundaryEvents: new Map(),
    drawn: new Map(),
  };
  for (const element of walk(document)) {
    add(indexes.byType, element.type, element);
    if (element.type === 'bpmn:SequenceFlow') {
      add(indexes.outgoing, element.refs.sourceRef, element);
      add(indexes.incoming, element.refs.targetRef, element);
    }
    if (element.type === 'bpmn:BoundaryEvent')
      add(indexes.boundaryEvents, element.refs.attachedToRef, element);
    if (element.type.startsWith('bpmndi:')) add(indexes.drawn, element.refs.bpmnElement, element);
  }
  return indexes;
}

function add(map: Map<string, DocElement[]>, key: string | string[] | undefined, element: DocElement): void {
  if (typeof key !== 'string') return;
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}
