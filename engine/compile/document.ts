/**
 * The stored process document: the BPMN 2.0 metamodel in normalised, immutable JSON.
 *
 * Every object of the metamodel that can be referenced or edited on its own (each `bpmn:BaseElement`
 * except expressions and documentation, and each `bpmndi` diagram, plane, shape, edge and label) is an entry
 * of `elements`. Everything else (expressions, documentation, extension elements, bounds, way-points) is an
 * inline value of its owner. Nothing here knows XML: conversion is generic and lives in `lib/bpmn`.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type ElementId = string;

/** An object without identity, held inline by its owner; `$type` is the prefixed metamodel name. */
export interface InlineValue {
  $type: string;
  [property: string]: InlineProperty;
}
export type InlineProperty = string | number | boolean | null | InlineValue | InlineProperty[] | undefined;

export interface DocElement {
  id: ElementId;
  /** Prefixed metamodel name: `bpmn:UserTask`, `bpmndi:BPMNShape`. Prefixes are normalised, see `namespaces`. */
  type: string;
  /** Set when the XML carried no id: the id is ours and is not exported. */
  implicitId?: true;
  /** The containing entry; `null` for the definitions. */
  parent: ElementId | null;
  /** The parent's property that contains this entry: `flowElements`, `eventDefinitions`, `planeElement`, … */
  containment: string;
  /** Scalar attributes by name; foreign ones keep their prefix: `name`, `isInterrupting`, `bioc:stroke`. */
  attrs: Record<string, string | number | boolean>;
  /**
   * References to other entries by id. One that names no entry of the document dangles: it is kept as the
   * file wrote it (`xsd:string`, a deleted flow) and reported where execution needs it.
   */
  refs: Record<string, ElementId | ElementId[]>;
  /** Contained entries by property, in document order. */
  children: Record<string, ElementId[]>;
  /** Inline values by property: `conditionExpression`, `extensionElements`, `documentation`, `bounds`, `waypoint`. */
  values: Record<string, InlineValue | InlineValue[]>;
  /** References as the file wrote them where that differs from the id: `tns:Message_1`, by property. */
  qnames?: Record<string, Record<ElementId, string>>;
}

export interface ProcessDocument {
  /** Version of this format; readers refuse what they don't know. */
  format: 1;
  /** The id of the `bpmn:Definitions` entry. */
  root: ElementId;
  /** Prefix → namespace URI as declared by the file; the document itself uses our normalised prefixes. */
  namespaces: Record<string, string>;
  elements: Record<ElementId, DocElement>;
}
