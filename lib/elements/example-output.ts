import type { DocElement } from '@/engine/compile/document';
import { inlineList, textOf } from '@/lib/document';
import type { FeelType, ScopeVariable } from '@/lib/feel/scope';
import { extensionOf } from './extension-values';

/** Variables of the example output that Camunda's Modeler keeps with an element. */
export function exampleVariables(element: DocElement): ScopeVariable[] {
  const example = inlineList(extensionOf(element, 'zeebe:Properties'), 'properties').find(
    (property) => textOf(property, 'name') === 'camundaModeler:exampleOutputJson',
  );
  return example ? members(parse(textOf(example, 'value') ?? ''), 0) : [];
}

function members(value: unknown, depth: number): ScopeVariable[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 5) return [];
  return Object.entries(value).map(([name, member]) => {
    const entries = members(Array.isArray(member) ? member[0] : member, depth + 1);
    return { name, type: typeOf(member), ...(entries.length > 0 ? { entries } : {}) };
  });
}

function typeOf(value: unknown): FeelType {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return value === null ? 'any' : 'context';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? (typeof value as FeelType)
    : 'any';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
