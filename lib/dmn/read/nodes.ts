import { elementsIn, type XmlNode } from '@/lib/bpmn/xml/tree';
import type { DmnNode } from '../model';
import { DmnRefused } from '../refusal';
import { expressionsIn, readFunction } from './expression';
import { typeRefOf } from './items';
import { attribute, childNamed, childrenNamed, given, tidy } from './xml';

/** Reads an element of the requirements graph; undefined for what has no meaning when it runs. @throws DmnRefused */
export function readNode(node: XmlNode, namespace: string): DmnNode | undefined {
  const variable = childNamed(node, 'variable');
  const label = attribute(node, 'name') ?? attribute(node, 'id') ?? '';
  const named = {
    id: attribute(node, 'id') ?? tidy(label),
    name: tidy((variable && attribute(variable, 'name')) ?? label),
    ...given({ typeRef: typeRefOf(variable) }),
  };
  switch (node.name.local) {
    case 'inputData':
      return { kind: 'input', ...named };
    case 'decision': {
      const logic = expressionsIn(node, label)[0];
      const requires = requirements(node, namespace);
      return { kind: 'decision', ...named, requires, ...given({ versionTag: versionTag(node), logic }) };
    }
    case 'businessKnowledgeModel': {
      const logic = childNamed(node, 'encapsulatedLogic');
      const requires = requirements(node, namespace);
      return { kind: 'knowledge', ...named, requires, ...(logic && { logic: readFunction(logic, label) }) };
    }
    case 'decisionService':
      return {
        kind: 'service',
        ...named,
        outputs: references(node, 'outputDecision', namespace, label),
        inputDecisions: references(node, 'inputDecision', namespace, label),
        inputData: references(node, 'inputData', namespace, label),
      };
    default:
      return undefined;
  }
}

const CAMUNDA = 'http://camunda.org/schema/1.0/dmn';
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';

function versionTag(node: XmlNode): string | undefined {
  const extensions = childrenNamed(node, 'extensionElements').flatMap(elementsIn);
  const tag = extensions.find(({ name }) => name.uri === ZEEBE && name.local === 'versionTag');
  const written = tag && attribute(tag, 'value');
  return (
    written ?? node.attributes.find(({ uri, local }) => uri === CAMUNDA && local === 'versionTag')?.value
  );
}

function requirements(node: XmlNode, namespace: string): string[] {
  const label = attribute(node, 'name') ?? attribute(node, 'id') ?? '';
  return childrenNamed(node, 'informationRequirement', 'knowledgeRequirement').flatMap((requirement) =>
    ['requiredInput', 'requiredDecision', 'requiredKnowledge'].flatMap((name) =>
      references(requirement, name, namespace, label),
    ),
  );
}

function references(node: XmlNode, name: string, namespace: string, owner: string): string[] {
  return childrenNamed(node, name).map((reference) => {
    const href = attribute(reference, 'href');
    if (href === undefined) throw new DmnRefused(`“${owner}” has a ${name} that names nothing.`);
    const hash = href.indexOf('#');
    if (hash < 0) return `${namespace}#${href}`;
    return hash === 0 ? `${namespace}${href}` : href;
  });
}
