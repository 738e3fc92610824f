import { textOnly, type XmlNode } from '@/lib/bpmn/xml/tree';
import type { ItemDefinition, TypedName } from '../model';
import { attribute, childNamed, childrenNamed, given, textOf, tidy } from './xml';

/** The type names of DMN 1.1 carry a prefix: `feel:string`. */
export const typeName = (name: string): string => tidy(name).replace(/^feel:/, '');

/** The `typeRef` of an element, an attribute or (in item definitions) a child. */
export function typeRefOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const child = childNamed(node, 'typeRef');
  const text = attribute(node, 'typeRef') ?? (child && textOnly(child));
  return text === undefined || text.trim() === '' ? undefined : typeName(text);
}

/** Reads an `itemDefinition` or an `itemComponent`. */
export function readItem(node: XmlNode): ItemDefinition {
  const components = childrenNamed(node, 'itemComponent').map(readItem);
  const functionItem = childNamed(node, 'functionItem');
  return {
    name: tidy(attribute(node, 'name') ?? ''),
    isCollection: attribute(node, 'isCollection') === 'true',
    ...given({
      typeRef: typeRefOf(node),
      allowedValues: textOf(childNamed(node, 'allowedValues')),
      typeConstraint: textOf(childNamed(node, 'typeConstraint')),
      components: components.length > 0 ? components : undefined,
      functionItem: functionItem && readFunctionItem(functionItem),
    }),
  };
}

function readFunctionItem(node: XmlNode): ItemDefinition['functionItem'] {
  const output = attribute(node, 'outputTypeRef');
  return {
    parameters: childrenNamed(node, 'parameters').map(readTypedName),
    ...(output !== undefined && { outputTypeRef: typeName(output) }),
  };
}

/** The name and type of a parameter or a variable. */
export const readTypedName = (node: XmlNode): TypedName => ({
  name: tidy(attribute(node, 'name') ?? ''),
  ...given({ typeRef: typeRefOf(node) }),
});
