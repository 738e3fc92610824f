import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '../process/spawn.mjs';
import { exclusively } from './checkout-lock.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { buildFolder, ROOT } from './folders.mjs';
import { SetupProblem } from './problem.mjs';

export const NEXT = 'node_modules/next/dist/bin/next';
const SOURCES = ['app', 'components', 'engine', 'lib', 'public', 'prisma/schema.prisma', 'package-lock.json'];

/**
 * Builds the application when there is no build or its sources changed since.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether it was built now
 * @throws {SetupProblem} `build-failed` with the compiler's words
 */
export async function ensureBuild(env = process.env) {
  if (readStamp(stamp()) === sourcesFingerprint()) return false;
  return exclusively(buildFolder(), async () => {
    const wanted = sourcesFingerprint();
    if (readStamp(stamp()) === wanted) return false;
    const { code, output } = await runNode([NEXT, 'build'], {
      cwd: ROOT,
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (code !== 0) throw new SetupProblem('build-failed', `The application could not be built:\n${output}`);
    writeStamp(stamp(), wanted);
    return true;
  });
}

const stamp = () => path.join(buildFolder(), 'sources.sha256');

/** Everything the build reads: folders of sources, and the files beside them that configure it. */
function sourcesFingerprint() {
  const configuration = readdirSync(ROOT).filter((name) =>
    /^((next|postcss)\.config|proxy|instrumentation(-client)?)\.(ts|mjs|js)$/.test(name),
  );
  const counts = (/** @type {string} */ file) =>
    !/\.test\.tsx?$/.test(file) && !file.startsWith(path.join('lib', 'db', 'generated'));
  return fingerprint(ROOT, [...SOURCES, ...configuration], counts);
}
