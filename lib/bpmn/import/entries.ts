import type { DocElement, ElementId, InlineValue } from '@/lib/document/types';
import type { NamespaceTable } from '../metamodel/namespaces';
import type { PropertyInfo, TypeInfo } from '../metamodel/types';
import { coerce } from '../metamodel/values';
import type { Problem } from '../problems';
import type { XmlAttribute, XmlNode } from '../xml/tree';
import { attributeKey, generic, isSchemaType, plainText, toInline } from './inline';
import { type Match, matchChild } from './match';

/** Where an entry hangs in the document. */
interface Place {
  parent: ElementId | null;
  containment: string;
  index: number;
  tag?: string;
}

/** Turns an XML tree into document entries, guided by the metamodel alone. */
export class EntryReader {
  readonly elements: Record<ElementId, DocElement> = {};
  readonly notes: Problem[] = [];

  constructor(private readonly names: NamespaceTable) {}

  /** Converts an element and everything it contains; returns its id. */
  read(node: XmlNode, type: TypeInfo, place: Place): ElementId {
    const given = node.attributes.find(
      (attribute) => attribute.uri === '' && attribute.local === 'id',
    )?.value;
    const taken = given !== undefined && Object.hasOwn(this.elements, given);
    const element: DocElement = {
      id: given && !taken ? given : implicitId(place),
      type: type.name,
      ...((!given || taken) && { implicitId: true as const }),
      parent: place.parent,
      containment: place.containment,
      attrs: place.tag ? { $tag: place.tag } : {},
      refs: {},
      children: {},
      values: {},
    };
    this.elements[element.id] = element;
    if (taken) this.repeated(element, given);
    for (const attribute of node.attributes) this.attribute(element, attribute, type);
    this.content(element, node, type);
    return element.id;
  }

  /** The reader lets the same id pass for declarations of data only; it stays in the file, beside ours. */
  private repeated(element: DocElement, given: string): void {
    element.attrs.$id = given;
    const message = `The id “${given}” is used more than once; references go to the first.`;
    this.notes.push({ severity: 'warning', code: 'repeated-id', message, elementId: given });
  }

  private attribute(element: DocElement, attribute: XmlAttribute, type: TypeInfo): void {
    const key = attributeKey(attribute, type, this.names);
    if (key === 'id' || isSchemaType(attribute)) return;
    const property = type.attributes.get(key);
    if (property?.isReference) addReference(element, property, attribute.value);
    else element.attrs[key] = coerce(property, attribute.value);
  }

  private content(element: DocElement, node: XmlNode, type: TypeInfo): void {
    const text: string[] = [];
    for (const child of node.children) {
      if (typeof child === 'string') text.push(child.trim());
      else this.child(element, child, type);
    }
    const stray = text.filter(Boolean).join(' ');
    if (stray === '') return;
    element.attrs.$body = stray;
    const message = `Text inside “${element.id}” that the standard has no place for was kept: “${stray.slice(0, 60)}”.`;
    this.notes.push({ severity: 'info', code: 'stray-text', message, elementId: element.id });
  }

  private child(element: DocElement, node: XmlNode, type: TypeInfo): void {
    const match = matchChild(type, node, this.names);
    if (!match) this.unknown(element, node);
    else if (match.property.primitive || match.property.isReference)
      this.simple(element, node, match.property);
    else if (match.type?.isEntry) this.contained(element, node, match, match.type);
    else this.inline(element, node, match);
  }

  private contained(element: DocElement, node: XmlNode, match: Match, type: TypeInfo): void {
    const { key } = match.property;
    const list = ownList(element.children, key);
    const place = { parent: element.id, containment: key, index: list.length, tag: match.tag };
    list.push(this.read(node, type, place));
  }

  private inline(element: DocElement, node: XmlNode, match: Match): void {
    const value = toInline(node, match.type, this.names, match.tag);
    const { key, isMany } = match.property;
    const present = element.values[key];
    if (present === undefined) element.values[key] = isMany ? [value] : value;
    else element.values[key] = [...(Array.isArray(present) ? present : [present]), value];
  }

  private simple(element: DocElement, node: XmlNode, property: PropertyInfo): void {
    const text = plainText(node);
    if (text === undefined) this.unknown(element, node);
    else if (property.isReference) addReference(element, property, text);
    else if (Object.hasOwn(element.attrs, property.key)) this.unknown(element, node);
    else element.attrs[property.key] = coerce(property, text);
  }

  private unknown(element: DocElement, node: XmlNode): void {
    const value = generic(node, this.names);
    const kept = element.values.$children;
    element.values.$children = [...(Array.isArray(kept) ? kept : ([] as InlineValue[])), value];
    const message = `“${value.$type}” inside “${element.id}” is not known here. It is kept as it is.`;
    this.notes.push({ severity: 'warning', code: 'unknown-element', message, elementId: element.id });
  }
}

/** Position-based, so that reading the exported file gives the same id; `~` can't occur in an XML id. */
function implicitId({ parent, containment, index }: Place): ElementId {
  return parent === null ? '~definitions' : `${parent}~${containment}.${index}`;
}

function addReference(element: DocElement, property: PropertyInfo, text: string): void {
  const targets = text.split(/\s+/).filter(Boolean);
  if (targets.length === 0) return;
  const known = element.refs[property.key];
  const all = known === undefined ? targets : [...(Array.isArray(known) ? known : [known]), ...targets];
  element.refs[property.key] = property.isMany || all.length > 1 ? all : (all[0] ?? '');
}

function ownList(lists: Record<string, ElementId[]>, key: string): ElementId[] {
  const list = lists[key] ?? [];
  lists[key] = list;
  return list;
}
