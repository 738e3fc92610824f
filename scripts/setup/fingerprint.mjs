import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A hash over names and contents of files, for knowing whether something made from them is stale.
 * @param {string} root
 * @param {string[]} places files and folders below `root`; missing ones are left out
 * @param {(relativePath: string) => boolean} [counts] which files matter
 * @returns {string}
 */
export function fingerprint(root, places, counts = () => true) {
  const hash = createHash('sha256');
  for (const file of places
    .flatMap((place) => filesOf(root, place))
    .filter(counts)
    .sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {string[]}
 */
function filesOf(root, place) {
  const info = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!info) return [];
  if (!info.isDirectory()) return [place];
  return readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {string} value
 */
export const writeStamp = (file, value) => writeFileSync(file, `${value}\n`);
