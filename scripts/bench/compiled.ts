import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.join(import.meta.dirname, '../..');

/**
 * Loads a module of ours as a production build would have it. `tsx` wraps every function to keep its name, which
 * costs the engine a third of its speed; the compiler that `tsx` brings along can also do without.
 */
export async function compiled<T>(file: string): Promise<T> {
  const resolveFromTsx = createRequire(createRequire(import.meta.url).resolve('tsx'));
  const esbuild = (await import(pathToFileURL(resolveFromTsx.resolve('esbuild')).href)) as {
    build(options: object): Promise<unknown>;
  };
  const folder = path.join(ROOT, 'node_modules/.cache/countersign-bench');
  const outfile = path.join(folder, `${path.basename(file, '.ts')}-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  const entryPoints = [path.join(import.meta.dirname, file)];
  const target = { platform: 'node', format: 'esm', target: 'node20', packages: 'external' };
  await esbuild.build({ ...target, entryPoints, outfile, bundle: true, logLevel: 'error' });
  return import(pathToFileURL(outfile).href) as Promise<T>;
}
