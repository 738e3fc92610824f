import { childrenOf, type DocElement, extensionsOf, type ProcessDocument } from '@/lib/document';

const NAMED: Record<string, string> = {
  'bpmn:SequenceFlow': 'flow',
  'bpmn:Participant': 'pool',
  'bpmn:TextAnnotation': 'note',
  'bpmn:DataObjectReference': 'data object',
  'bpmn:DataStoreReference': 'data store',
  'bpmn:DataInputAssociation': 'data association',
  'bpmn:DataOutputAssociation': 'data association',
  'bpmn:BoundaryEvent': 'boundary event',
  'bpmn:IntermediateCatchEvent': 'catching event',
  'bpmn:IntermediateThrowEvent': 'throwing event',
  'bpmn:Definitions': 'file',
};

const EXTENDED: Record<string, string> = {
  'countersign:AiCall': 'AI call',
  'countersign:Approval': 'approval',
  'countersign:Http': 'HTTP call',
};

const words = (type: string): string =>
  type
    .replace(/^.*:/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace('sub process', 'sub-process');

/** What triggers an event: “timer”, “message”; empty for a none event. */
export const triggerWords = (type: string): string => words(type.replace(/EventDefinition$/, ''));

/** What kind of element this is: “AI call”, “timer boundary event”, “exclusive gateway”. */
export function kindWords(document: ProcessDocument, element: DocElement): string {
  const own = extensionsOf(element).find((value) => EXTENDED[value.$type]);
  if (own) return EXTENDED[own.$type] ?? '';
  if (element.attrs.triggeredByEvent === true) return 'event sub-process';
  const base = NAMED[element.type] ?? words(element.type);
  if (!element.type.endsWith('Event')) return base;
  const [first, ...more] = childrenOf(document, element.id, 'eventDefinitions');
  if (!first) return base;
  return `${more.length > 0 ? 'multiple' : triggerWords(first.type)} ${base}`;
}
