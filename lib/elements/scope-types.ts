export type VariableType = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'object' | 'any';

/** A variable as completion and lint know it. */
export interface ScopeVariable {
  name: string;
  type: VariableType;
  description?: string;
  /** Known members of an object, or of a list's items. */
  entries?: ScopeVariable[];
  /** The elements that set it. */
  setBy?: { id: string; name: string }[];
}
