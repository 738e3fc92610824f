import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CliError } from './command';

/** What a file is on the server, and which revision it is based on. */
const entry = z.strictObject({ processId: z.string(), revision: z.number(), sha256: z.string() });
const shape = z.strictObject({ url: z.string(), models: z.record(z.string(), entry) });

export type Pulled = z.infer<typeof shape>;
export type PulledModel = z.infer<typeof entry>;

const NAME = '.countersign.json';

/** The record of a folder: kept in Git beside the models, so that everybody publishes onto the same revision. */
export function readPulled(folder: string, url: string): Pulled {
  const file = path.join(folder, NAME);
  if (!existsSync(file)) return { url, models: {} };
  const parsed = shape.safeParse(parse(file));
  if (!parsed.success) throw new CliError(`${file} is damaged. Delete it and pull again.`);
  if (parsed.data.url !== url) {
    throw new CliError(
      `The models in ${folder} come from ${parsed.data.url}, but COUNTERSIGN_URL is ${url}.`,
    );
  }
  return parsed.data;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

export function writePulled(folder: string, { url, models }: Pulled): void {
  const sorted = Object.fromEntries(Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path.join(folder, NAME), `${JSON.stringify({ url, models: sorted }, null, 2)}\n`);
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
