/** Events that carry wiring; the ledger has them, the search index doesn't need them. */
const TECHNICAL = new Set(['join.passed', 'behavior.noted', 'expressions.answered']);

/** Whether an event is listed in the audit viewer. */
export const isAuditRelevant = (type: string): boolean => !TECHNICAL.has(type);
