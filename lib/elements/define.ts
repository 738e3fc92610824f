import type { ZodType } from 'zod';
import type { DocElement, InlineValue, ProcessDocument } from '@/engine/compile/document';
import type { FlowModel, ScopeNode } from '@/engine/compile/flow-model';
import type { Problem, Severity } from '@/engine/compile/problem';
import type { ElementCompiler } from '@/engine/compile/registry';
import type { ScopeVariable } from '@/lib/feel/scope';
import type { AuditDescriber } from './audit-types';
import type { ElementKind } from './kinds';
import type { DocumentPatch } from './patch';

/** Where the palette, the help and the morph menu show an element. */
export type Category =
  | 'event'
  | 'activity'
  | 'gateway'
  | 'container'
  | 'connection'
  | 'data'
  | 'artifact'
  | 'root';

/** Something that can be drawn: an element of the kind with the document values it begins with. */
export interface Variant {
  /** Stable, unique in the registry: `end-event.terminate`. */
  id: string;
  label: string;
  seed: Seed;
  /** Offered directly in the palette; the others are under "More" and in the morph menu. */
  primary?: boolean;
}

/** What a newly drawn element holds, without id, parent and references. */
export interface Seed {
  type: string;
  attrs?: Record<string, string | number | boolean>;
  values?: Record<string, InlineValue | InlineValue[]>;
  /** Entries it contains, such as an event definition. */
  children?: Record<string, Seed[]>;
}

/** The typed view of an element that the inspector edits; never XML. */
export interface BpmnBinding<View> {
  read(document: ProcessDocument, id: string): View;
  /** The change that makes `read` answer `view`; keeps everything the view doesn't speak of. */
  write(view: View, document: ProcessDocument, id: string): DocumentPatch;
}

/** What a rule of one kind is shown for each of its elements in a process that runs. */
export interface ElementRuleContext {
  document: ProcessDocument;
  element: DocElement;
  node: ScopeNode;
  model: FlowModel;
  report(severity: Severity, message: string, where?: string | Pick<Problem, 'field' | 'constraints'>): void;
}

/** A rule about single elements of one kind; `code` names its problems. */
export interface ElementRule {
  code: string;
  check(context: ElementRuleContext): void;
}

/** What a kind of element is called and how it is drawn: all that palette, canvas and outline need to know. */
export interface KindSpec {
  kind: ElementKind;
  category: Category;
  label: string;
  /** One sentence for palette, inspector and help. */
  description: string;
  /** Metamodel types of this kind; with `match` where a type is shared by several kinds. */
  bpmnTypes: readonly string[];
  match?(document: ProcessDocument, element: DocElement): boolean;
  /** Sequence flows that may enter and leave it. */
  ports: { incoming: boolean; outgoing: boolean };
  /** Diagram units. */
  size: { width: number; height: number };
  variants: readonly Variant[];
  /** Elements of one group can be turned into each other and keep id, name and flows. */
  morphGroup?: 'start' | 'end' | 'intermediate' | 'boundary' | 'activity' | 'gateway' | 'data';
  /** False: drawn and kept, but a process that runs can't hold it yet. */
  executable: boolean;
}

export interface ElementSpec<View = unknown> extends KindSpec {
  /** In plain words why this very element can't run; null when it can. */
  notExecutable?(document: ProcessDocument, element: DocElement): string | null;
  schema: ZodType<View>;
  bpmn: BpmnBinding<View>;
  /** Flow nodes only. */
  compiler?: ElementCompiler;
  /** For elements of the kind that execute as another: a compiler that takes the place of `compiler`. */
  compilerFor?(document: ProcessDocument, element: DocElement): ElementCompiler | undefined;
  rules?: readonly ElementRule[];
  /** Variables this element sets when it completes. */
  produces?(document: ProcessDocument, element: DocElement): ScopeVariable[];
  /** Anything may be set (external work without output mappings): unknown names can't be told from here on. */
  producesAnything?(document: ProcessDocument, element: DocElement): boolean;
  audit?: AuditDescriber;
}

/** A spec as the registry holds it: whoever reads a view through it narrows with the spec's own `schema`. */
export type AnyElementSpec = ElementSpec<unknown>;

/** Declares what a kind is called and how it is drawn. */
export function defineKind(kind: KindSpec): KindSpec {
  return kind;
}

/** Declares an element; checks nothing at run time, lets TypeScript infer the view. */
export function defineElement<View>(spec: ElementSpec<View>): ElementSpec<View> {
  return spec;
}
