import type { DocElement } from '@/engine/compile/document';
import { textOf } from '@/lib/document';
import { extensionOf, vendorAttribute } from '../extension-values';

/** Who does the work, in whichever vendor's words. */
export interface Implementation {
  type?: string;
  syntax: 'zeebe' | 'juel';
  /** An implementation of another engine that can't run here: a Java class or an expression. */
  foreign?: string;
}

export function implementationOf(element: DocElement): Implementation {
  const type = textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type');
  if (type !== undefined && type.trim() !== '') return { type, syntax: 'zeebe' };
  const topic = vendorAttribute(element, 'topic');
  if (topic) return { type: topic, syntax: 'juel' };
  const vendorType = vendorAttribute(element, 'type');
  if (vendorType && !/^external(?:-worker)?$/.test(vendorType)) return { type: vendorType, syntax: 'juel' };
  const foreign = foreignImplementation(element);
  return { syntax: 'juel', ...(foreign ? { foreign } : {}) };
}

function foreignImplementation(element: DocElement): string | undefined {
  for (const name of ['class', 'delegateExpression', 'expression']) {
    const value = vendorAttribute(element, name);
    if (value) return `“${value}” of another engine`;
  }
  return extensionOf(element, 'camunda:Connector') ? 'a connector of another engine' : undefined;
}
