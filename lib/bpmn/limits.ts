/** What a file may ask of us; the numbers are the XML row of the security design. */
export const LIMITS = {
  /** Bytes of a file. */
  bytes: 2_000_000,
  /** Model elements: elements of the BPMN namespace that carry an id. */
  modelElements: 5_000,
  /** XML elements of any kind; a legitimate file of 5,000 model elements stays far below. */
  xmlElements: 100_000,
  /** Levels of nested XML elements. */
  depth: 50,
} as const;
