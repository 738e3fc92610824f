import type { ModdleDescriptor, ModdleProperty } from 'bpmn-moddle';
import { descriptorOf, packages } from './registry';

/** A property of a metamodel type, with the key documents store it under. */
export interface PropertyInfo extends ModdleProperty {
  /** The bare name, or with prefix where another vocabulary added it: `name`, `bioc:stroke`. */
  key: string;
  /** Holds text or a number, not an object. */
  primitive: boolean;
  /** Takes any element (`bpmn:ExtensionElements#values`). */
  any: boolean;
}

/** A metamodel type as conversion needs it. */
export interface TypeInfo {
  name: string;
  prefix: string;
  /** Not virtual, in the order of the standard's schema. */
  properties: PropertyInfo[];
  attributes: Map<string, PropertyInfo>;
  /** Properties written as child elements, by prefixed element name. */
  elements: Map<string, PropertyInfo>;
  body?: PropertyInfo;
  any?: PropertyInfo;
  /** An entry of the document rather than an inline value. */
  isEntry: boolean;
  is(type: string): boolean;
}

const CORE = new Set(['bpmn', 'bpmndi', 'di', 'dc']);
const PRIMITIVES = new Set(['String', 'Boolean', 'Integer', 'Real']);
const ENTRIES = ['bpmn:BaseElement', 'di:DiagramElement', 'di:Diagram', 'di:Style'];
const INLINE = ['bpmn:Expression', 'bpmn:Documentation'];

const cache = new Map<string, TypeInfo | undefined>();

/** The type of a prefixed name (`bpmn:UserTask`); undefined when no descriptor knows it. */
export function typeInfo(name: string): TypeInfo | undefined {
  if (!cache.has(name)) {
    const descriptor = descriptorOf(name);
    cache.set(name, descriptor && build(descriptor));
  }
  return cache.get(name);
}

/** The type an element name stands for: `bpmn:userTask` → `bpmn:UserTask`. */
export function typeOfTag(tag: string): TypeInfo | undefined {
  const [prefix = '', local = ''] = tag.split(':');
  const lower = packages.get(prefix)?.xml?.tagAlias === 'lowerCase';
  if (lower && !/^[a-z]/.test(local)) return undefined;
  return typeInfo(lower ? `${prefix}:${local.charAt(0).toUpperCase()}${local.slice(1)}` : tag);
}

/** The element name of a type: `bpmn:UserTask` → `bpmn:userTask`; unknown types are named by their tag. */
export function tagOfType(name: string): string {
  const info = typeInfo(name);
  if (!info || packages.get(info.prefix)?.xml?.tagAlias !== 'lowerCase') return name;
  const local = name.slice(info.prefix.length + 1);
  return `${info.prefix}:${local.charAt(0).toLowerCase()}${local.slice(1)}`;
}

/**
 * The element name a contained object is written under by default: the property's where the descriptor says
 * so, else its type's. Members of a substitution group (`expression`, `formalExpression`) go by type
 * although the descriptor says otherwise; the schema knows no `xsi:type` there.
 */
export function defaultTag(property: PropertyInfo, type: string): string {
  const byType = tagOfType(type);
  const substitutionGroup = propertyTag(property) === tagOfType(property.type);
  return property.xml?.serialize && !substitutionGroup ? propertyTag(property) : byType;
}

/** The element name that is the property's own name. */
export const propertyTag = (property: PropertyInfo): string => property.ns.name;

function build(descriptor: ModdleDescriptor): TypeInfo {
  const prefix = descriptor.ns.prefix;
  const supertypes = new Set(descriptor.allTypes.map((type) => type.name));
  const is = (type: string) => supertypes.has(type);
  const properties = descriptor.properties
    .filter((property) => !property.isVirtual)
    .map((property): PropertyInfo => ({ ...property, ...keyOf(property, prefix) }));
  const children = properties.filter((property) => !property.isAttr && !property.isBody);
  return {
    name: descriptor.name,
    prefix,
    properties,
    attributes: new Map(properties.filter((p) => p.isAttr).map((p) => [p.key, p])),
    elements: new Map(children.map((property) => [propertyTag(property), property])),
    body: properties.find((property) => property.isBody),
    any: children.find((property) => property.any),
    isEntry: ENTRIES.some(is) && !INLINE.some(is),
    is,
  };
}

function keyOf({ ns, name, type, isAttr }: ModdleProperty, prefix: string) {
  const own = ns.prefix === prefix || CORE.has(ns.prefix);
  return {
    key: own ? name.slice(name.indexOf(':') + 1) : ns.name,
    primitive: PRIMITIVES.has(type) || isAttr === true,
    any: type === 'Element',
  };
}
