import { SetupProblem } from './problem.mjs';

/**
 * @param {string} [version]
 * @throws {SetupProblem} `node-too-old`
 */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupProblem(
    'node-too-old',
    `Countersign needs Node 20.19 or newer; this is ${version}.`,
    'Get a newer one from https://nodejs.org',
  );
}
