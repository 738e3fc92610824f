import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { samples } from './index';

/**
 * The BPMN 2.0 XML of a sample. Read from the installation's folder, which every command runs in; the files are not
 * bundled, so that they can be opened and imported like any other.
 * @throws {Error} when there is no sample of that id
 */
export async function sampleXml(id: string): Promise<string> {
  const sample = samples.find((each) => each.id === id);
  if (!sample) throw new Error(`There is no sample “${id}”`);
  return readFile(path.join(process.cwd(), 'lib', 'samples', sample.file), 'utf8');
}
