import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Not `import.meta`: rows are compiled themselves and live elsewhere then. */
const ROOT = process.cwd();

/**
 * Loads a module of ours (named from the root) as a production build would have it. `tsx` wraps every function to keep its name, which
 * costs the engine a third of its speed; the compiler that `tsx` brings along can also do without.
 */
export async function compiled<T>(file: string): Promise<T> {
  return import(pathToFileURL(await compile(file)).href) as Promise<T>;
}

/** The compiled file itself, for a process of its own. */
export async function compile(file: string): Promise<string> {
  const resolveFromTsx = createRequire(createRequire(import.meta.url).resolve('tsx'));
  const esbuild = (await import(pathToFileURL(resolveFromTsx.resolve('esbuild')).href)) as {
    build(options: object): Promise<unknown>;
  };
  const folder = path.join(ROOT, 'node_modules/.cache/countersign');
  const outfile = path.join(folder, `${path.basename(file, '.ts')}-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  const entryPoints = [path.join(ROOT, file)];
  const target = { platform: 'node', format: 'esm', target: 'node20', packages: 'external' };
  const plugins = [bundleJson];
  await esbuild.build({ ...target, entryPoints, outfile, plugins, bundle: true, logLevel: 'error' });
  return outfile;
}

/** JSON files of packages are taken in: Node would ask for an import attribute that bundlers do without. */
const bundleJson = {
  name: 'bundle-json',
  setup(build: { onResolve(on: object, resolve: (found: { path: string }) => object | undefined): void }) {
    build.onResolve({ filter: /^[^.].*\.json$/ }, ({ path: wanted }) => ({
      path: createRequire(import.meta.url).resolve(wanted),
    }));
  },
};
