import { BPMN, BPMNDI, elementsIn, textOnly, type XmlName, type XmlNode, XSI } from './xml/tree';

/**
 * The facts of a BPMN file that an interchange must keep, counted as the MIWG corpus' manifest counts them
 * (its `factKinds`). A measure beside the product: it reads plain XML and knows neither document nor
 * metamodel, so it can't share their mistakes.
 */
export type FactKind =
  | 'el'
  | 'attr'
  | 'text'
  | 'ref'
  | 'extEl'
  | 'extElDeep'
  | 'extAttr'
  | 'diDiagram'
  | 'diShape'
  | 'diEdge'
  | 'diBounds'
  | 'diWay'
  | 'diFlag'
  | 'diLabel'
  | 'diExtAttr';

export type Facts = Map<FactKind, string[]>;

/** Values that the BPMN schema gives by default: writing or not writing them says the same. */
const DEFAULTS: Record<string, readonly string[]> = {
  associationDirection: ['None'],
  behavior: ['All'],
  cancelActivity: ['true'],
  completionQuantity: ['1'],
  eventGatewayType: ['Exclusive'],
  gatewayDirection: ['Unspecified'],
  implementation: ['##unspecified', '##WebService'],
  instantiate: ['false'],
  isClosed: ['false'],
  isCollection: ['false'],
  isForCompensation: ['false'],
  isInterrupting: ['true'],
  isSequential: ['false'],
  isUnlimited: ['false'],
  parallelMultiple: ['false'],
  processType: ['None'],
  startQuantity: ['1'],
  testBefore: ['false'],
  triggeredByEvent: ['false'],
};
/** The manifests count `isClosed` of a collaboration always, of a process only where it isn't the default. */
const isDefault = (element: string, attribute: string, value: string): boolean =>
  !(element === 'collaboration' && attribute === 'isClosed') && DEFAULTS[attribute]?.includes(value) === true;

const FLAGS = new Set(['isExpanded', 'isHorizontal', 'isMarkerVisible']);
const REFERENCES = new Set(['incoming', 'outgoing']);

/** All facts of a file by kind; a fact that occurs twice is listed twice. */
export function factsOf(root: XmlNode): Facts {
  const facts: Facts = new Map();
  const add: Add = (kind, fact) => void facts.set(kind, [...(facts.get(kind) ?? []), fact]);
  visit(root, identity(root, '', 0), add);
  return facts;
}

/** How many facts of each kind there are, and how many of `original` are also in `exported`. */
export function compareFacts(
  original: Facts,
  exported: Facts,
): Map<FactKind, { total: number; lost: string[] }> {
  const result = new Map<FactKind, { total: number; lost: string[] }>();
  for (const [kind, facts] of original) {
    const left = new Map<string, number>();
    for (const fact of exported.get(kind) ?? []) left.set(fact, (left.get(fact) ?? 0) + 1);
    const lost = facts.filter((fact) => {
      const count = left.get(fact) ?? 0;
      left.set(fact, count - 1);
      return count <= 0;
    });
    result.set(kind, { total: facts.length, lost });
  }
  return result;
}

type Add = (kind: FactKind, fact: string) => void;

function visit(node: XmlNode, key: string, add: Add): void {
  const inModel = node.name.uri === BPMN;
  if (inModel && node.name.local === 'extensionElements') {
    extensionFacts(node, key, add);
    return;
  }
  if (inModel) modelFacts(node, key, add);
  if (node.name.uri === BPMNDI) diagramFacts(node, add);
  const seen = new Map<string, number>();
  for (const child of elementsIn(node)) {
    const position = seen.get(qname(child.name)) ?? 0;
    seen.set(qname(child.name), position + 1);
    visit(child, identity(child, key, position), add);
  }
}

function modelFacts(node: XmlNode, key: string, add: Add): void {
  add('el', key);
  const text = normalised(node.children.filter((child) => typeof child === 'string').join(' '));
  if (REFERENCES.has(node.name.local)) add('ref', `${key} ${text}`);
  else if (text !== '') add('text', `${key} ${text}`);
  for (const { uri, local, value } of node.attributes) {
    if (uri === XSI || (uri === '' && local === 'id')) continue;
    if (uri !== '' && uri !== BPMN) add('extAttr', `${key} ${uri} ${local}=${value}`);
    else if (node.name.local !== 'definitions' && !isDefault(node.name.local, local, value))
      add('attr', `${key} ${local}=${value}`);
  }
}

function extensionFacts(node: XmlNode, key: string, add: Add): void {
  for (const child of elementsIn(node)) {
    add('extEl', `${key} ${qname(child.name)}`);
    add('extElDeep', `${key} ${deep(child)}`);
  }
}

function diagramFacts(node: XmlNode, add: Add): void {
  const kind = node.name.local;
  const target = attribute(node, 'bpmnElement') ?? attribute(node, 'id') ?? '';
  if (kind === 'BPMNDiagram') add('diDiagram', attribute(node, 'name') ?? target);
  if (kind !== 'BPMNShape' && kind !== 'BPMNEdge') return;
  add(kind === 'BPMNShape' ? 'diShape' : 'diEdge', target);
  const points: string[] = [];
  for (const child of elementsIn(node)) {
    if (child.name.local === 'Bounds') add('diBounds', `${target} ${bounds(child)}`);
    if (child.name.local === 'waypoint') points.push(point(child));
    const label =
      child.name.local === 'BPMNLabel' && elementsIn(child).find(({ name }) => name.local === 'Bounds');
    if (label) add('diLabel', `${target} ${bounds(label)}`);
  }
  if (kind === 'BPMNEdge') add('diWay', `${target} ${points.join(' ')}`);
  for (const { uri, local, value } of node.attributes) {
    if (FLAGS.has(local)) add('diFlag', `${target} ${local}=${value}`);
    if (uri !== '' && uri !== BPMNDI && uri !== XSI) add('diExtAttr', `${target} ${uri} ${local}=${value}`);
  }
}

function identity(node: XmlNode, parent: string, position: number): string {
  const id = attribute(node, 'id');
  return id ? `${node.name.local}#${id}` : `${parent}/${node.name.local}[${position}]`;
}

function deep(node: XmlNode): string {
  const attributes = node.attributes.map((a) => `${qname(a)}=${a.value}`).sort();
  const text = textOnly(node);
  const content = text === undefined ? elementsIn(node).map(deep).join(',') : normalised(text);
  return `${qname(node.name)}[${attributes.join(' ')}](${content})`;
}

const bounds = (node: XmlNode): string =>
  ['x', 'y', 'width', 'height'].map((name) => Number(attribute(node, name))).join(',');
const point = (node: XmlNode): string =>
  ['x', 'y'].map((name) => Math.round(Number(attribute(node, name)))).join(',');
const attribute = (node: XmlNode, local: string): string | undefined =>
  node.attributes.find((candidate) => candidate.uri === '' && candidate.local === local)?.value;
const qname = ({ uri, local }: XmlName): string => (uri === '' ? local : `{${uri}}${local}`);
const normalised = (text: string): string => text.replace(/\s+/g, ' ').trim();
