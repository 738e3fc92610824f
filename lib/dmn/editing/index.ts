/** Editing decision tables of DMN files, with undo, and writing them back into the file's own text. */
export {
  DESCRIPTION,
  type DraftAnnotation,
  type DraftInput,
  type DraftOutput,
  type DraftRule,
  draftOf,
  type TableDraft,
  tableOf,
} from './draft';
export { type DraftHistory, newDraftHistory, recordDraft, redoDraft, undoDraft } from './history';
export { idFromName, newTableFile } from './new-table';
export * from './operations';
export { tableIn, writeTable } from './write';
