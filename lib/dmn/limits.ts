/** What a decision model may ask of us; far above what people draw, far below what hurts. */
export const DMN_LIMITS = {
  /** Characters of a file. */
  characters: 2_000_000,
  /** Decisions, inputs, knowledge models and services of one model. */
  nodes: 5_000,
  /** How many decisions may require each other in a row. */
  chain: 50,
  /** Cells of one decision table. */
  cells: 5_000,
} as const;
