import type { XmlNode } from '@/lib/bpmn/xml/tree';
import { elementsIn } from '@/lib/bpmn/xml/tree';
import type { Boxed, BoxedContext, BoxedFunction, BoxedLiteral } from '../model';
import { DmnRefused } from '../refusal';
import { readTypedName, typeRefOf } from './items';
import { readTable } from './table';
import { attribute, childNamed, childrenNamed, given, isDmn, textOf, tidy } from './xml';

type Reader = (node: XmlNode, owner: string) => Boxed;

const READERS: Readonly<Record<string, Reader>> = {
  literalExpression: readLiteral,
  decisionTable: (node, owner) => readTable(node, owner),
  context: readContext,
  list: (node, owner) => ({ kind: 'list', ...typed(node), items: expressionsIn(node, owner) }),
  relation: (node, owner) => ({
    kind: 'relation',
    ...typed(node),
    columns: childrenNamed(node, 'column').map((column) => tidy(attribute(column, 'name') ?? '')),
    rows: childrenNamed(node, 'row').map((row) => expressionsIn(row, owner)),
  }),
  functionDefinition: readFunction,
  invocation: (node, owner) => ({
    kind: 'invocation',
    ...typed(node),
    callee: expressionIn(node, owner),
    bindings: childrenNamed(node, 'binding').map((binding) => readBinding(binding, owner)),
  }),
  conditional: (node, owner) => ({
    kind: 'conditional',
    ...typed(node),
    condition: expressionUnder(node, 'if', owner),
    whenTrue: expressionUnder(node, 'then', owner),
    whenFalse: expressionUnder(node, 'else', owner),
  }),
  filter: (node, owner) => ({
    kind: 'filter',
    ...typed(node),
    list: expressionUnder(node, 'in', owner),
    match: expressionUnder(node, 'match', owner),
  }),
  for: (node, owner) => readIteration(node, 'for', 'return', owner),
  some: (node, owner) => readIteration(node, 'some', 'satisfies', owner),
  every: (node, owner) => readIteration(node, 'every', 'satisfies', owner),
};

/** The expressions directly below an element. @throws DmnRefused */
export function expressionsIn(node: XmlNode, owner: string): Boxed[] {
  return elementsIn(node).flatMap((child) => {
    const reader = isDmn(child) ? READERS[child.name.local] : undefined;
    return reader ? [reader(child, owner)] : [];
  });
}

/** The one expression below an element; nothing there means null. */
function expressionIn(node: XmlNode, owner: string): Boxed {
  return expressionsIn(node, owner)[0] ?? { kind: 'literal', text: 'null' };
}

function expressionUnder(node: XmlNode, name: string, owner: string): Boxed {
  const child = childNamed(node, name);
  if (!child) throw new DmnRefused(`An expression of “${owner}” has no “${name}” part.`);
  return expressionIn(child, owner);
}

const typed = (node: XmlNode) => given({ typeRef: typeRefOf(node) });

function readLiteral(node: XmlNode): BoxedLiteral {
  const language = attribute(node, 'expressionLanguage');
  const isFeel = language === undefined || /(?:^|\/)feel\/?$/i.test(language);
  return { kind: 'literal', text: textOf(node) ?? 'null', ...typed(node), ...(!isFeel && { language }) };
}

function readContext(node: XmlNode, owner: string): BoxedContext {
  const entries = childrenNamed(node, 'contextEntry').map((entry) => {
    const variable = childNamed(entry, 'variable');
    return { ...(variable && readTypedName(variable)), value: expressionIn(entry, owner) };
  });
  return { kind: 'context', ...typed(node), entries };
}

const LANGUAGES = { FEEL: 'FEEL', Java: 'Java', PMML: 'PMML', F: 'FEEL', J: 'Java', P: 'PMML' } as const;

/** Reads a `functionDefinition` or the `encapsulatedLogic` of a business knowledge model. */
export function readFunction(node: XmlNode, owner: string): BoxedFunction {
  const kind = attribute(node, 'kind') ?? 'FEEL';
  return {
    kind: 'function',
    ...typed(node),
    language: Object.hasOwn(LANGUAGES, kind) ? LANGUAGES[kind as keyof typeof LANGUAGES] : 'FEEL',
    parameters: childrenNamed(node, 'formalParameter').map(readTypedName),
    ...given({ body: expressionsIn(node, owner)[0] }),
  };
}

function readBinding(node: XmlNode, owner: string) {
  const parameter = childNamed(node, 'parameter');
  return { name: tidy((parameter && attribute(parameter, 'name')) ?? ''), value: expressionIn(node, owner) };
}

function readIteration(
  node: XmlNode,
  kind: 'for' | 'some' | 'every',
  body: 'return' | 'satisfies',
  owner: string,
): Boxed {
  return {
    kind,
    ...typed(node),
    variable: tidy(attribute(node, 'iteratorVariable') ?? ''),
    list: expressionUnder(node, 'in', owner),
    body: expressionUnder(node, body, owner),
  };
}
