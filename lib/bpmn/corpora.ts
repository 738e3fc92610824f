import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** For tests and reports only: models nobody here drew, from `CORPORA_DIR` (default: beside the checkout). */
export const CORPORA_DIR = resolve(process.env.CORPORA_DIR ?? join(process.cwd(), '..', 'shared', 'corpora'));

/** Why tests over the corpora are skipped; undefined when they can run. */
export const corporaMissing: string | undefined = existsSync(join(CORPORA_DIR, 'core'))
  ? undefined
  : `no corpora at ${CORPORA_DIR}; set CORPORA_DIR`;

export interface CorpusModel {
  file: string;
  why?: string;
  roundTripFacts?: Record<string, number>;
  profile?: { diShapes?: number; diEdges?: number; diagrams?: number };
}

/** The models a group's manifest lists. */
export function corpusModels(group: string): CorpusModel[] {
  if (corporaMissing) return [];
  const manifest = JSON.parse(readFileSync(join(CORPORA_DIR, group, 'manifest.json'), 'utf8'));
  return manifest.models ?? manifest.tests;
}

/** The bytes of a file of a group. */
export const corpusFile = (group: string, file: string): Uint8Array =>
  readFileSync(join(CORPORA_DIR, group, file));

/** Every BPMN file of every group, as paths below the corpora. */
export function allBpmnFiles(): string[] {
  if (corporaMissing) return [];
  return readdirSync(CORPORA_DIR, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(bpmn2?|bpmn20\.xml)$/.test(path))
    .sort();
}
