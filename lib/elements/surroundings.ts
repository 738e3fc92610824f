import { variableOf } from '@/engine/compile/data-names';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { childrenOf, eventDefinitionsOf, resolve } from '@/lib/document';
import type { ScopeVariable } from '@/lib/feel/scope';
import { extensionOf, vendorAttribute } from './extension-values';
import { loopBinding } from './loop/bpmn';

const LOCAL_TO_LOOPS = [
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
];

const number = (name: string): ScopeVariable => ({ name, type: 'number' });

const OF_COMPLEX_JOINS: ScopeVariable[] = [
  number('activationCount'),
  { name: 'waitingForStart', type: 'boolean' },
];

/** Variables that exist only while an element is active: of its repetition, or of a join. */
export function localTo(document: ProcessDocument, element: DocElement): ScopeVariable[] {
  const counted = element.type === 'bpmn:ComplexGateway' ? OF_COMPLEX_JOINS : [];
  const { kind, inputElement } = loopBinding.read(document, element.id);
  if (kind === 'none') return counted;
  const item: ScopeVariable[] = inputElement ? [{ name: inputElement, type: 'any' }] : [];
  return [...counted, ...LOCAL_TO_LOOPS.map(number), ...item];
}

/** Variables that an element sets by what surrounds it: its repetition, data connected to it, an error it catches. */
export function setBySurroundings(document: ProcessDocument, element: DocElement): ScopeVariable[] {
  const { outputCollection } = loopBinding.read(document, element.id);
  const gathered = extensionOf(element, 'zeebe:AdHoc')?.outputCollection;
  return [
    ...[outputCollection, gathered].flatMap((name) =>
      typeof name === 'string' && name !== '' ? [{ name, type: 'list' as const }] : [],
    ),
    ...dataOf(document, element).map((name) => ({ name, type: 'any' as const })),
    ...caughtBy(document, element).map((name) => ({ name, type: 'string' as const })),
  ];
}

function dataOf(document: ProcessDocument, element: DocElement): string[] {
  return childrenOf(document, element.id, 'dataOutputAssociations').flatMap((association) => {
    const target = resolve(document, association, 'targetRef');
    if (!target || target.type.startsWith('bpmn:DataStore')) return [];
    const name = variableOf(document, target);
    return [name, `${name}State`];
  });
}

const caughtBy = (document: ProcessDocument, element: DocElement): string[] =>
  eventDefinitionsOf(document, element.id).flatMap((definition) =>
    ['errorCodeVariable', 'errorMessageVariable', 'errorVariableName', 'escalationCodeVariable'].flatMap(
      (attribute) => vendorAttribute(definition, attribute) ?? [],
    ),
  );
