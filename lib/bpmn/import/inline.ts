import type { InlineProperty, InlineValue } from '@/lib/document/types';
import type { NamespaceTable } from '../metamodel/namespaces';
import type { PropertyInfo, TypeInfo } from '../metamodel/types';
import { coerce } from '../metamodel/values';
import { textOnly, type XmlAttribute, type XmlNode, XSI } from '../xml/tree';
import { matchChild } from './match';

/** Converts what has no identity of its own: expressions, documentation, extension elements, bounds. */
export function toInline(
  node: XmlNode,
  type: TypeInfo | undefined,
  names: NamespaceTable,
  tag?: string,
): InlineValue {
  const value = type ? typed(node, type, names) : generic(node, names);
  if (tag) value.$tag = tag;
  return value;
}

/** The key an attribute is kept under; `@` sets it apart from a child element's property of that name. */
export function attributeKey(attribute: XmlAttribute, type: TypeInfo, names: NamespaceTable): string {
  const name = names.documentName(attribute);
  const bare = name.startsWith(`${type.prefix}:`) ? name.slice(type.prefix.length + 1) : name;
  const clashes = !type.attributes.has(bare) && type.properties.some((property) => property.key === bare);
  return clashes ? `@${bare}` : bare;
}

/** Whether an attribute is the `xsi:type` that the match already understood. */
export const isSchemaType = (attribute: XmlAttribute): boolean =>
  attribute.uri === XSI && attribute.local === 'type';

/** The text of a child element that is nothing but text, as a simple property needs it. */
export function plainText(node: XmlNode): string | undefined {
  return node.attributes.length === 0 ? textOnly(node) : undefined;
}

function typed(node: XmlNode, type: TypeInfo, names: NamespaceTable): InlineValue {
  const value: InlineValue = { $type: type.name };
  for (const attribute of node.attributes) {
    if (isSchemaType(attribute)) continue;
    const key = attributeKey(attribute, type, names);
    value[key] = coerce(type.attributes.get(key), attribute.value);
  }
  const text: string[] = [];
  for (const child of node.children) {
    if (typeof child === 'string') text.push(child);
    else addChild(value, child, type, names);
  }
  const body = text.join('');
  if (body.trim() !== '' || (body !== '' && type.body && node.children.length === 1)) {
    value[type.body?.key ?? '$body'] = body;
  }
  return value;
}

function addChild(value: InlineValue, node: XmlNode, owner: TypeInfo, names: NamespaceTable): void {
  const match = matchChild(owner, node, names);
  const simple = match && (match.property.primitive || match.property.isReference);
  const content = simple ? plainText(node) : undefined;
  const full = match && !match.property.isMany && Object.hasOwn(value, match.property.key);
  if (!match || full || (simple && content === undefined)) {
    append(value, '$children', generic(node, names));
    return;
  }
  const converted = simple
    ? scalar(match.property, content ?? '')
    : toInline(node, match.type, names, match.tag);
  if (match.property.isMany) append(value, match.property.key, converted);
  else value[match.property.key] = converted;
}

const scalar = (property: PropertyInfo, text: string): InlineProperty =>
  property.isReference ? text.trim() : coerce(property, text);

function append(value: InlineValue, key: string, item: InlineProperty): void {
  const list = value[key];
  if (Array.isArray(list)) list.push(item);
  else value[key] = [item];
}

/** An element that no descriptor knows: attributes by name, `$body` or `$children` in order. */
export function generic(node: XmlNode, names: NamespaceTable): InlineValue {
  const value: InlineValue = { $type: names.documentName(node.name) };
  for (const attribute of node.attributes) value[names.documentName(attribute)] = attribute.value;
  const text = textOnly(node);
  if (text !== undefined) {
    if (text !== '') value.$body = text;
    return value;
  }
  const mixed = node.children.some((child) => typeof child === 'string' && child.trim() !== '');
  value.$children = node.children
    .filter((child) => mixed || typeof child !== 'string')
    .map((child) => (typeof child === 'string' ? child : generic(child, names)));
  return value;
}
