import type { NamespaceTable } from '../metamodel/namespaces';
import { packages } from '../metamodel/registry';
import {
  defaultTag,
  type PropertyInfo,
  propertyTag,
  type TypeInfo,
  typeInfo,
  typeOfTag,
} from '../metamodel/types';
import type { XmlName, XmlNode } from '../xml/tree';

/** Where a child element belongs: the property that takes it and, when known, the type it has. */
export interface Match {
  property: PropertyInfo;
  type?: TypeInfo;
  /** The element's name, where export would choose another. */
  tag?: string;
}

/** Finds the property of `owner` that takes a child element: by name first, then by the child's type. */
export function matchChild(owner: TypeInfo, node: XmlNode, names: NamespaceTable): Match | undefined {
  const tag = names.documentName(node.name);
  const named = owner.elements.get(tag);
  if (named) return named.primitive || named.isReference ? { property: named } : byName(named, node, names);
  const type = typeOfTag(tag);
  const property = type && owner.properties.find((candidate) => takes(candidate, type));
  if (property) return { property, type, ...other(property, type.name, tag) };
  return owner.any && { property: owner.any, type };
}

function byName(property: PropertyInfo, node: XmlNode, names: NamespaceTable): Match | undefined {
  const type = node.schemaType ? schemaType(node.schemaType, names) : typeInfo(property.type);
  if (!type || !(type.is(property.type) || type.name === property.type)) return undefined;
  return { property, type, ...other(property, type.name, propertyTag(property)) };
}

function takes(property: PropertyInfo, type: TypeInfo): boolean {
  const holdsObjects = !property.isAttr && !property.isBody && !property.isReference && !property.primitive;
  return holdsObjects && !property.any && type.is(property.type);
}

function other(property: PropertyInfo, type: string, tag: string): { tag?: string } {
  return defaultTag(property, type) === tag ? {} : { tag };
}

/** The type an `xsi:type` names; a file without default namespace may leave the prefix out. */
function schemaType(name: XmlName, names: NamespaceTable): TypeInfo | undefined {
  const full = names.documentName(name.uri === '' ? { ...name, uri: packages.get('bpmn')?.uri ?? '' } : name);
  const [prefix = '', local = ''] = full.split(':');
  const typePrefix = packages.get(prefix)?.xml?.typePrefix ?? '';
  const short = typePrefix && local.startsWith(typePrefix) ? local.slice(typePrefix.length) : local;
  return typeInfo(`${prefix}:${short}`);
}
