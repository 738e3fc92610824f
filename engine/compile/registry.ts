import type { Expression } from '../core/model';
import type { Throw, Trigger } from '../core/triggers';
import type { DocElement, ProcessDocument } from './document';
import type { ScopeNode } from './flow-model';
import type { Severity } from './problem';

/** How a text becomes an expression. */
export interface ExpressionOptions {
  /**
   * `zeebe`: FEEL after a leading `=`, else static text. `feel`: the whole text, with or without `=`.
   * `juel`: `${…}` of Camunda 7 and Flowable, else static text.
   */
  syntax?: 'zeebe' | 'feel' | 'juel';
  /** A condition's evaluation is exactly true or false; anything else is a failure that names the variable. */
  purpose?: 'value' | 'condition';
  /** What the file says the text is written in; mentioned when it can't be read. */
  language?: string;
}

/** What an element's compiler is given: its entry of the document, and where to report what is wrong with it. */
export interface CompileContext {
  readonly document: ProcessDocument;
  readonly element: DocElement;
  readonly node: ScopeNode;
  /** Compiles a text; reports a syntax error at `field` and then gives a null constant. */
  expression(text: string, field: string, options?: ExpressionOptions): Expression;
  /** The same for what may be absent or blank. */
  optional(text: string | undefined, field: string, options?: ExpressionOptions): Expression | undefined;
  report(severity: Severity, code: string, message: string, field?: string): void;
}

/** How one kind of element is compiled. `behavior` names the behaviour that executes it. */
export interface ElementCompiler {
  behavior: string;
  compile(context: CompileContext): unknown;
}

/** A translation of another expression language to FEEL, or why there is none. */
export type Translation = { ok: true; feel: string } | { ok: false; message: string };

/** What the compiler must be told about elements: it imports none of them. */
export interface CompileRegistry {
  /** The compiler of a flow node's kind. */
  compilerOf(document: ProcessDocument, element: DocElement): ElementCompiler;
  /** In plain words why this element can't run yet; null when it can. */
  notExecutable(document: ProcessDocument, element: DocElement): string | null;
  /** What an event or a receive task waits for, in the order of its definitions. */
  triggersOf(context: CompileContext): readonly Trigger[];
  /** What an element throws, in order; of the given event definitions instead of its own. */
  throwsOf(context: CompileContext, definitions?: readonly DocElement[]): readonly Throw[];
  /** Translates `${…}` and `#{…}`. */
  translate?(source: string): Translation;
}
