import type { ElementId } from '@/lib/document';

/** What happened to something between two documents. */
export type Mark = 'added' | 'removed' | 'changed' | 'moved';

/** What kind of thing differs: how lists group it. */
export type Group = 'node' | 'flow' | 'container' | 'process' | 'definition';

/** One property that differs, in people's words. */
export interface PropertyChange {
  /** Stable name of the property inside its element: a path of metamodel names. */
  key: string;
  /** What people call it: “Assignee”, “Field “Amount”: required”. */
  label: string;
  /** Null when it wasn't set. */
  before: string | null;
  /** Null when it isn't set any more. */
  after: string | null;
}

/** One element that differs. */
export interface Difference {
  id: ElementId;
  mark: Mark;
  /** Metamodel type, of the newer document where it has the element. */
  type: string;
  group: Group;
  /** “approval”, “timer boundary event”. */
  kind: string;
  /** Its name as people read it; a flow without one is named after its ends. */
  name: string;
  /** What differs; for an added element what it brings, for a removed one what it had. */
  changes: PropertyChange[];
}

/** How one document differs from another, by element id. Each list is in document order. */
export interface DocumentDiff {
  added: Difference[];
  removed: Difference[];
  changed: Difference[];
  /** Elements of both documents that are drawn otherwise: moved, resized, rerouted, coloured. */
  layout: Difference[];
}
