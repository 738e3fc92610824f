import {
  attachedTo,
  boundaryEvents,
  childrenOf,
  type DocElement,
  type ElementId,
  get,
  type ProcessDocument,
  ref,
} from '@/lib/document';
import { isFlowNode } from './sizes';

/** A line to be drawn: a flow or an association. */
export interface Link {
  id: ElementId;
  source: ElementId;
  target: ElementId;
}

/** What a process or sub-process holds, sorted by how it is laid out. */
export interface Contents {
  /** Flow nodes but boundary events, which sit on their hosts. */
  nodes: DocElement[];
  /** Lines between flow nodes of this container: they decide the layout. */
  links: Link[];
  /** Data and annotations, placed around the flow. */
  artifacts: DocElement[];
  /** Lines that touch an artifact or leave the container: drawn at the end. */
  loose: Link[];
}

const ARTIFACTS = new Set(['bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:TextAnnotation']);

/** Reads the contents of a process or sub-process. */
export function contentsOf(document: ProcessDocument, containerId: ElementId): Contents {
  const elements = childrenOf(document, containerId, 'flowElements');
  const artifacts = childrenOf(document, containerId, 'artifacts');
  const nodes = elements.filter((element) => isFlowNode(element) && !attachedTo(document, element.id));
  const inFlow = new Set(
    nodes.flatMap((node) => [node.id, ...boundaryEvents(document, node.id).map((b) => b.id)]),
  );
  const all = [...elements, ...artifacts]
    .flatMap((element) => linkOf(element))
    .concat(dataLinks(document, nodes));
  const decides = ({ source, target }: Link) => inFlow.has(source) && inFlow.has(target);
  return {
    nodes,
    links: all.filter(decides),
    artifacts: [...elements, ...artifacts].filter((element) => ARTIFACTS.has(element.type)),
    loose: all.filter((link) => !decides(link)),
  };
}

function linkOf(element: DocElement): Link[] {
  if (element.type !== 'bpmn:SequenceFlow' && element.type !== 'bpmn:Association') return [];
  const [source, target] = [ref(element, 'sourceRef'), ref(element, 'targetRef')];
  return source && target ? [{ id: element.id, source, target }] : [];
}

function dataLinks(document: ProcessDocument, nodes: readonly DocElement[]): Link[] {
  return nodes.flatMap((node) => {
    const inputs = childrenOf(document, node.id, 'dataInputAssociations').map((association) => ({
      id: association.id,
      source: ref(association, 'sourceRef') ?? '',
      target: node.id,
    }));
    const outputs = childrenOf(document, node.id, 'dataOutputAssociations').map((association) => ({
      id: association.id,
      source: node.id,
      target: ref(association, 'targetRef') ?? '',
    }));
    return [...inputs, ...outputs].filter((link) =>
      isDrawn(get(document, link.source), get(document, link.target)),
    );
  });
}

/** Data associations may also end at a property or a data input, which have no symbol. */
const isDrawn = (...ends: (DocElement | undefined)[]): boolean =>
  ends.every((end) => end && (ARTIFACTS.has(end.type) || end.containment === 'flowElements'));
