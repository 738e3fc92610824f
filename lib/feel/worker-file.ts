import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RELATIVE = 'lib/feel/worker/evaluate.mjs';

/**
 * The path of the evaluation thread's file. A bundler moves this module but not that file, so the place is looked up
 * on disk: beside this module (TypeScript loaders, the test runner), else below the folder the server was started in
 * or one of its parents (a bundled server runs at the root of the project, or in its build folder).
 * @throws {Error} when the installation is incomplete
 */
export function workerFile(): string {
  const found = candidates().find((path) => existsSync(path));
  if (!found) throw new Error(`${RELATIVE} is missing; start the server in the project's folder`);
  return found;
}

function candidates(): string[] {
  const paths: string[] = [];
  if (import.meta.url.startsWith('file:')) {
    paths.push(join(dirname(fileURLToPath(import.meta.url)), 'worker', 'evaluate.mjs'));
  }
  let folder = process.cwd();
  for (let parent = dirname(folder); ; parent = dirname(folder)) {
    paths.push(join(/* turbopackIgnore: true */ folder, RELATIVE));
    if (parent === folder) return paths;
    folder = parent;
  }
}
