import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem } from './problem.mjs';

/** The checkout. */
export const ROOT = path.join(import.meta.dirname, '../..');
/** Name of the application's database on the built-in server. */
export const DATABASE = 'countersign';

/** Where everything this installation keeps lies: `COUNTERSIGN_DATA_DIR`, or `.countersign` in the checkout. */
export const dataFolder = () => path.resolve(ROOT, process.env.COUNTERSIGN_DATA_DIR || '.countersign');

/** Data folder of the built-in database. */
export const clusterFolder = () => path.join(dataFolder(), 'postgres');

/** Where the production build lies. */
export const buildFolder = () => path.resolve(ROOT, process.env.COUNTERSIGN_DIST_DIR || '.next');

/**
 * Makes the data folder, closed to other users. As root the database runs as another user, who has to
 * pass through, so the folder can then be entered but not listed.
 * @returns {string}
 * @throws {SetupProblem} `folder-not-writable`
 */
export function ensureDataFolder() {
  const folder = dataFolder();
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    return realpathSync(folder);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/**
 * @param {string} folder
 * @param {unknown} error
 */
function notWritable(folder, error) {
  const reason = error instanceof Error ? error.message : String(error);
  return new SetupProblem(
    'folder-not-writable',
    `The data folder ${folder} cannot be written: ${reason}`,
    'Give yourself write permission, or choose another folder: COUNTERSIGN_DATA_DIR=/path/to/folder npm start',
  );
}
