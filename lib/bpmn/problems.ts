export type { Problem } from '@/engine/compile/problem';

/** Why a file can't be read. `line` and `column` count from 1. */
export interface ImportFailure {
  ok: false;
  code: ImportFailureCode;
  message: string;
  line?: number;
  column?: number;
  elementId?: string;
}

export type ImportFailureCode =
  | 'empty'
  | 'too-large'
  | 'too-many-elements'
  | 'too-deep'
  | 'bad-encoding'
  | 'doctype'
  | 'not-xml'
  | 'not-well-formed'
  | 'not-bpmn'
  | 'duplicate-id'
  | 'bad-id'
  /** The text form isn't YAML. */
  | 'not-yaml'
  /** The text form is YAML but says something that isn't understood. */
  | 'bad-text';

/** Carries a failure out of the reader; `importBpmn` turns it into a value. */
export class ImportRefused extends Error {
  constructor(readonly failure: Omit<ImportFailure, 'ok'>) {
    super(failure.message);
    this.name = 'ImportRefused';
  }
}
