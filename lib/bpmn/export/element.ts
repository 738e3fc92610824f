import { get, valuesOf } from '@/lib/document/selectors';
import type { DocElement, InlineProperty, InlineValue, ProcessDocument } from '@/lib/document/types';
import type { NamespaceTable } from '../metamodel/namespaces';
import { packages } from '../metamodel/registry';
import {
  defaultTag,
  type PropertyInfo,
  propertyTag,
  type TypeInfo,
  tagOfType,
  typeInfo,
} from '../metamodel/types';
import type { XmlElement } from '../xml/write';

/** Writes document values as XML, guided by the metamodel alone; the mirror of the import. */
export class ElementWriter {
  constructor(
    private readonly document: ProcessDocument,
    private readonly names: NamespaceTable,
  ) {}

  /** An entry with all it contains, as the value of `property` (none for the root). */
  entry(element: DocElement, property?: PropertyInfo): XmlElement {
    const type = typeInfo(element.type);
    if (!type) throw new Error(`Element "${element.id}" has the unknown type ${element.type}`);
    const given = element.attrs.$tag;
    const out = this.open(element.type, property, typeof given === 'string' ? given : undefined);
    const id = element.implicitId ? element.attrs.$id : element.id;
    if (id !== undefined) out.attributes.push(['id', String(id)]);
    this.attributes(out, type, this.entryAttributes(element, type));
    if (element.attrs.$body !== undefined) out.children.push(String(element.attrs.$body));
    for (const child of type.elements.values()) this.entryChildren(out, element, child);
    for (const unknown of valuesOf(element, '$children')) out.children.push(this.inline(unknown));
    return out;
  }

  private entryAttributes(element: DocElement, type: TypeInfo): Map<string, string> {
    const values = new Map<string, string>();
    for (const [key, value] of Object.entries(element.attrs)) {
      const asChild =
        type.elements.size > 0 && [...type.elements.values()].some((child) => child.key === key);
      if (!asChild && !key.startsWith('$')) values.set(key, String(value));
    }
    for (const key of Object.keys(element.refs)) {
      if (type.attributes.has(key)) values.set(key, spelled(element, key).join(' '));
    }
    return values;
  }

  private entryChildren(out: XmlElement, element: DocElement, property: PropertyInfo): void {
    const { key } = property;
    const simple = (text: string) => out.children.push(this.text(propertyTag(property), text));
    if (property.primitive) {
      if (Object.hasOwn(element.attrs, key)) simple(String(element.attrs[key]));
    } else if (property.isReference) {
      if (Object.hasOwn(element.refs, key)) spelled(element, key).forEach(simple);
    } else {
      for (const value of valuesOf(element, key)) out.children.push(this.inline(value, property));
      for (const id of element.children[key] ?? []) {
        const child = get(this.document, id);
        if (child) out.children.push(this.entry(child, property));
      }
    }
  }

  private inline(value: InlineValue, property?: PropertyInfo): XmlElement {
    const type = typeInfo(value.$type);
    const out = this.open(value.$type, property, typeof value.$tag === 'string' ? value.$tag : undefined);
    const childKeys = new Set([...(type?.elements.values() ?? [])].map((child) => child.key));
    const attributes = new Map<string, string>();
    for (const [key, item] of Object.entries(value)) {
      if (!key.startsWith('$') && !childKeys.has(key) && key !== type?.body?.key && isScalar(item)) {
        attributes.set(key, String(item));
      }
    }
    this.attributes(out, type, attributes);
    this.inlineContent(out, value, type);
    return out;
  }

  private inlineContent(out: XmlElement, value: InlineValue, type: TypeInfo | undefined): void {
    const body = value[type?.body?.key ?? '$body'] ?? value.$body;
    if (isScalar(body) && body !== '') out.children.push(String(body));
    for (const property of type?.elements.values() ?? []) {
      for (const item of list(value[property.key])) out.children.push(this.item(item, property));
    }
    for (const item of list(value.$children))
      out.children.push(isScalar(item) ? String(item) : this.item(item));
  }

  private item(item: InlineProperty, property?: PropertyInfo): XmlElement {
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) return this.inline(item, property);
    return this.text(property ? propertyTag(property) : '$text', String(item ?? ''));
  }

  private open(type: string, property: PropertyInfo | undefined, given: string | undefined): XmlElement {
    const known = property && !property.any && typeInfo(type);
    const tag = given ?? (known ? defaultTag(property, type) : tagOfType(type));
    const out: XmlElement = { name: this.names.fileName(tag, 'element'), attributes: [], children: [] };
    if (!tag.includes(':') && this.names.hasDefault) out.attributes.push(['xmlns', '']);
    if (known && tag === propertyTag(property) && type !== property.type && tag !== tagOfType(type)) {
      out.attributes.push([this.names.fileName('xsi:type', 'attribute'), this.schemaTypeName(type)]);
    }
    return out;
  }

  private schemaTypeName(type: string): string {
    const [prefix = '', local = ''] = type.split(':');
    return this.names.fileName(`${prefix}:${packages.get(prefix)?.xml?.typePrefix ?? ''}${local}`, 'element');
  }

  /** Known attributes in the metamodel's order, then all others by name. */
  private attributes(out: XmlElement, type: TypeInfo | undefined, values: Map<string, string>): void {
    const order = [...(type?.attributes.keys() ?? [])].filter((key) => values.has(key));
    const others = [...values.keys()].filter((key) => !type?.attributes.has(key)).sort();
    for (const key of [...order, ...others]) {
      const name = this.names.fileName(key.replace(/^@/, ''), 'attribute');
      out.attributes.push([name, values.get(key) ?? '']);
    }
  }

  private text(tag: string, text: string): XmlElement {
    return { name: this.names.fileName(tag, 'element'), attributes: [], children: text === '' ? [] : [text] };
  }
}

function spelled(element: DocElement, property: string): string[] {
  const spellings = element.qnames?.[property];
  return list(element.refs[property]).map((id) => spellings?.[String(id)] ?? String(id));
}

function list(value: InlineProperty): InlineProperty[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

const isScalar = (value: InlineProperty): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
