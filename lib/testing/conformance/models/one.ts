import { roots } from './definitions';
import { definitions, process } from './xml';

/** A file with one process, `P`, and everything that its events refer to. */
export const one = (...content: string[]): string => definitions(roots, process('P', ...content));
