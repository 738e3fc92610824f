import type { DocElement, ElementId, InlineProperty, ProcessDocument } from '@/lib/document/types';
import type { Problem } from '../problems';

/** Where a missing target makes the element itself meaningless. */
const ESSENTIAL: Record<string, readonly string[]> = {
  'bpmn:SequenceFlow': ['sourceRef', 'targetRef'],
  'bpmn:BoundaryEvent': ['attachedToRef'],
};
const DIAGRAM = new Set(['bpmndi:BPMNShape', 'bpmndi:BPMNEdge', 'bpmndi:BPMNPlane']);

/**
 * Settles every reference: one written with a prefix (`tns:Message_1`, BPMN 2.0 §8.1.3) is stored as the id
 * it names, with its spelling beside it; one that names nothing stays as it is and is reported.
 */
export function settleReferences(document: ProcessDocument): Problem[] {
  const known = new Set([...Object.keys(document.elements), ...inlineIds(document)]);
  const problems: Problem[] = [];
  for (const element of Object.values(document.elements)) {
    for (const [property, value] of Object.entries(element.refs)) {
      const targets = (Array.isArray(value) ? value : [value]).map((raw) =>
        unprefixed(document, element, property, raw, known),
      );
      element.refs[property] = Array.isArray(value) ? targets : (targets[0] ?? '');
      for (const target of targets) {
        if (!known.has(target) && !isImported(document, target))
          problems.push(dangling(element, property, target));
      }
    }
    if (DIAGRAM.has(element.type) && element.refs.bpmnElement === undefined)
      problems.push(drawsNothing(element));
  }
  return problems;
}

function unprefixed(
  document: ProcessDocument,
  element: DocElement,
  property: string,
  raw: string,
  known: Set<string>,
): ElementId {
  const local = raw.slice(raw.indexOf(':') + 1);
  if (known.has(raw) || local === raw || !known.has(local) || isImported(document, raw)) return raw;
  element.qnames = { ...element.qnames, [property]: { ...element.qnames?.[property], [local]: raw } };
  return local;
}

/** A QName of another declared namespace names something outside the file, such as `xsd:string`. */
function isImported(document: ProcessDocument, target: string): boolean {
  const colon = target.indexOf(':');
  if (colon < 0) return false;
  const uri = document.namespaces[target.slice(0, colon)];
  return uri !== undefined && uri !== document.elements[document.root]?.attrs.targetNamespace;
}

function dangling(element: DocElement, property: string, target: string): Problem {
  if (DIAGRAM.has(element.type) && property === 'bpmnElement') {
    const message = `The diagram draws “${target}”, which is not in the model.`;
    return {
      severity: 'warning',
      code: 'diagram-target-missing',
      message,
      elementId: element.id,
      field: property,
    };
  }
  const severity = ESSENTIAL[element.type]?.includes(property) ? 'error' : 'warning';
  const message = `${describe(element)} points at “${target}” (${property}), which is not in the model.`;
  return { severity, code: 'unresolved-reference', message, elementId: element.id, field: property };
}

function drawsNothing(element: DocElement): Problem {
  const message = `${describe(element)} of the diagram names no element.`;
  return {
    severity: 'warning',
    code: 'diagram-target-missing',
    message,
    elementId: element.id,
    field: 'bpmnElement',
  };
}

function describe(element: DocElement): string {
  const type = element.type.slice(element.type.indexOf(':') + 1);
  return `${type.replace(/([a-z])([A-Z])/g, '$1 $2')} “${element.attrs.name || element.id}”`;
}

/** Ids of expressions and the like, which references may name although they are no entries. */
function inlineIds(document: ProcessDocument): string[] {
  const ids: string[] = [];
  const collect = (value: InlineProperty): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      if (typeof value.id === 'string') ids.push(value.id);
      Object.values(value).forEach(collect);
    }
  };
  for (const element of Object.values(document.elements)) Object.values(element.values).forEach(collect);
  return ids;
}
