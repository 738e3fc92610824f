import type { JsonObject } from './json';
import type { IncidentCode } from './state';

/** Ends a phase early; caught by the phase runner only, which discards what the phase did. */
export class Abandon extends Error {
  constructor(readonly because: NeedsAnswers | Failed) {
    super(because.kind);
  }
}

/** `locals` are values the worker must add to the visible variables (earlier mappings of the same list). */
export interface NeedsAnswers {
  kind: 'needs-answers';
  sources: readonly string[];
  locals?: JsonObject;
}

export interface Failed {
  kind: 'failed';
  code: IncidentCode;
  message: string;
}

/** Abandons the running phase with an incident. */
export function fail(code: IncidentCode, message: string): never {
  throw new Abandon({ kind: 'failed', code, message });
}
