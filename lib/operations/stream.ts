/** The ledger's stream of what operators do to the engine itself, outside the history of any instance. */
export const OPERATIONS = 'operations';
