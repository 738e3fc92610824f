/** Forms: our format, the mapping of others to it, and the check of what was entered. Pure; runs in a browser. */
export { fromFormData } from './form-data';
export { fromFormJs } from './form-js';
export { type ParsedForm, parseForm, readForm } from './parse';
export { MAX_FIELDS } from './schema';
export type * from './types';
export { type FormError, type Submission, validateSubmission } from './validate';
