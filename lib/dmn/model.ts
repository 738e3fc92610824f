/** A DMN model (1.2 to 1.5) as plain JSON: what is evaluated, without diagrams and extensions. */
export interface DmnModel {
  /** The id of the file's outermost element. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly imports: readonly DmnImport[];
  readonly items: readonly ItemDefinition[];
  readonly nodes: readonly DmnNode[];
}

export interface DmnImport {
  /** How the model's expressions name the imported one; empty for its elements' plain names. */
  readonly name: string;
  readonly namespace: string;
}

/** A type (DMN 1.5, 7.3.2). */
export interface ItemDefinition {
  readonly name: string;
  readonly typeRef?: string;
  readonly isCollection: boolean;
  /** Unary tests that each value, of a collection each item, must pass. */
  readonly allowedValues?: string;
  /** Unary tests that the value as a whole must pass. */
  readonly typeConstraint?: string;
  readonly components?: readonly ItemDefinition[];
  readonly functionItem?: { readonly parameters: readonly TypedName[]; readonly outputTypeRef?: string };
}

export interface TypedName {
  readonly name: string;
  readonly typeRef?: string;
}

/** An element of the decision requirements graph; references are `namespace#id`. */
export type DmnNode = InputData | Decision | KnowledgeModel | DecisionService;

interface Named {
  readonly id: string;
  /** The name of its variable, by which expressions read it. */
  readonly name: string;
  readonly typeRef?: string;
}

export interface InputData extends Named {
  readonly kind: 'input';
}

export interface Decision extends Named {
  readonly kind: 'decision';
  /** What the file calls this version of the decision, in Zeebe's or Camunda 7's words. */
  readonly versionTag?: string;
  readonly requires: readonly string[];
  readonly logic?: Boxed;
}

export interface KnowledgeModel extends Named {
  readonly kind: 'knowledge';
  readonly requires: readonly string[];
  readonly logic?: BoxedFunction;
}

export interface DecisionService extends Named {
  readonly kind: 'service';
  readonly outputs: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
}

/** An expression with or without a box (DMN 1.5, 7.3.1 and 10.2.2). */
export type Boxed =
  | BoxedLiteral
  | BoxedTable
  | BoxedContext
  | BoxedList
  | BoxedRelation
  | BoxedFunction
  | BoxedInvocation
  | BoxedConditional
  | BoxedFilter
  | BoxedIteration;

export interface BoxedLiteral {
  readonly kind: 'literal';
  readonly text: string;
  readonly typeRef?: string;
  /** Set when the text is not FEEL. */
  readonly language?: string;
}

export interface BoxedContext {
  readonly kind: 'context';
  readonly typeRef?: string;
  /** An entry without a name is the result. */
  readonly entries: readonly { readonly name?: string; readonly typeRef?: string; readonly value: Boxed }[];
}

export interface BoxedList {
  readonly kind: 'list';
  readonly typeRef?: string;
  readonly items: readonly Boxed[];
}

export interface BoxedRelation {
  readonly kind: 'relation';
  readonly typeRef?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Boxed[])[];
}

export interface BoxedFunction {
  readonly kind: 'function';
  readonly typeRef?: string;
  /** Java and PMML functions are read, and refused when they are called. */
  readonly language: 'FEEL' | 'Java' | 'PMML';
  readonly parameters: readonly TypedName[];
  readonly body?: Boxed;
}

export interface BoxedInvocation {
  readonly kind: 'invocation';
  readonly typeRef?: string;
  readonly callee: Boxed;
  readonly bindings: readonly { readonly name: string; readonly value: Boxed }[];
}

export interface BoxedConditional {
  readonly kind: 'conditional';
  readonly typeRef?: string;
  readonly condition: Boxed;
  readonly whenTrue: Boxed;
  readonly whenFalse: Boxed;
}

export interface BoxedFilter {
  readonly kind: 'filter';
  readonly typeRef?: string;
  readonly list: Boxed;
  readonly match: Boxed;
}

export interface BoxedIteration {
  readonly kind: 'for' | 'some' | 'every';
  readonly typeRef?: string;
  readonly variable: string;
  readonly list: Boxed;
  readonly body: Boxed;
}

export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

/** A decision table (DMN 1.5, chapter 8). */
export interface BoxedTable {
  readonly kind: 'table';
  readonly id?: string;
  readonly typeRef?: string;
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  /** What the columns of annotations are called. */
  readonly annotations: readonly string[];
  readonly rules: readonly TableRule[];
}

export interface TableInput {
  readonly label?: string;
  readonly text: string;
  readonly typeRef?: string;
  /** Unary tests that the value must pass. */
  readonly values?: string;
}

export interface TableOutput {
  readonly name?: string;
  readonly label?: string;
  readonly typeRef?: string;
  /** Unary tests that the value must pass; their order is the priority, highest first. */
  readonly values?: string;
  readonly defaultEntry?: string;
}

export interface TableRule {
  readonly id?: string;
  readonly tests: readonly string[];
  readonly outputs: readonly string[];
  readonly annotations: readonly string[];
  /** Prose beside the rule, where tools before DMN 1.3 keep what is an annotation now. */
  readonly description?: string;
}
