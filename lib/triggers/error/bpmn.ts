import { z } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import type { DocumentPatch } from '@/lib/elements/patch';
import { type Shared, sharedValue, writeShared } from '../root-elements';

export const errorView = z.object({
  /** Empty where it is caught: every error. FEEL after `=` where it is thrown. */
  code: z.string().default(''),
});
export type ErrorView = z.infer<typeof errorView>;

const ERROR: Shared = { type: 'bpmn:Error', property: 'errorRef', attribute: 'errorCode' };

/** The code of an error definition; a standard error without one goes by its name. */
export const errorCode = (document: ProcessDocument, definition: DocElement): string | undefined =>
  sharedValue(document, definition, ERROR);

export const readError = (document: ProcessDocument, definition: DocElement): ErrorView => ({
  code: errorCode(document, definition) ?? '',
});

/** Errors are shared, so an equal one is reused. */
export const writeError = (
  view: ErrorView,
  document: ProcessDocument,
  definition: DocElement,
): DocumentPatch => writeShared(view.code.trim(), document, definition, ERROR);
