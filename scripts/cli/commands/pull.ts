import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Api, apiOf } from '../api';
import { CliError, type Command, EXIT, type Surroundings } from '../command';
import { options } from '../options';
import { type Pulled, readPulled, sha256, writePulled } from '../pulled';

interface Summary {
  processId: string;
  modelId: string;
  key: string;
}

export const pull: Command = {
  summary: 'Write the drafts of a server into files',
  help: `countersign pull [process key …] [--out folder] [--format yaml|bpmn] [--force]

Writes the draft of every model, or of those named, as a file each, and .countersign.json, which says what each
file is on the server. A file that was changed since it was pulled is left alone, unless --force is given.`,
  async run(args, surroundings) {
    const { values, positionals } = options(args, {
      out: { type: 'string', default: '.' },
      format: { type: 'string', default: 'yaml' },
      force: { type: 'boolean', default: false },
    });
    if (values.format !== 'yaml' && values.format !== 'bpmn')
      throw new CliError(`“${values.format}” is no format: use --format yaml or --format bpmn.`);
    const api = apiOf(surroundings);
    const folder = path.resolve(surroundings.cwd, values.out);
    const models = await modelsOf(api, positionals);
    mkdirSync(folder, { recursive: true });
    const pulled = readPulled(folder, api.url);
    let kept = 0;
    for (const [index, model] of models.entries()) {
      const name = fileName(models, index, values.format);
      const written = await pullOne(
        api,
        { folder, name, processId: model.processId, force: values.force },
        pulled,
      );
      report(surroundings, name, written);
      if (written === 'kept') kept++;
    }
    writePulled(folder, pulled);
    return kept > 0 ? EXIT.problems : EXIT.done;
  },
};

/** The models with the process that stands for each: pools share a document. */
async function modelsOf(api: Api, keys: readonly string[]): Promise<Summary[]> {
  const found = new Map<string, Summary>();
  const known = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: { items: Summary[]; nextCursor: string | null } = await api.json(
      `/processes?limit=200${query}`,
    );
    for (const item of page.items) {
      known.add(item.key);
      const wanted = keys.length === 0 || keys.includes(item.key);
      if (wanted && !found.has(item.modelId)) found.set(item.modelId, item);
    }
    cursor = page.nextCursor;
  } while (cursor);
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0)
    throw new CliError(`The server has no process ${missing.map((key) => `“${key}”`).join(', ')}.`);
  return [...found.values()].sort((a, b) =>
    a.key === b.key ? (a.modelId < b.modelId ? -1 : 1) : a.key < b.key ? -1 : 1,
  );
}

/** A file is named by its process; keys need not be unique, so a second one of a key carries its model's id. */
function fileName(models: readonly Summary[], index: number, format: string): string {
  const model = models[index];
  const key = (model?.key ?? '').replace(/[^\w.-]/g, '_').replace(/^\.+/, '_');
  const first = models.findIndex((other) => other.key === model?.key) === index;
  return `${first ? key : `${key}-${model?.modelId.slice(-8)}`}.${format}`;
}

type Written = 'new' | 'changed' | 'same' | 'kept';

async function pullOne(
  api: Api,
  { folder, name, processId, force }: { folder: string; name: string; processId: string; force: boolean },
  pulled: Pulled,
): Promise<Written> {
  const file = path.join(folder, name);
  const { text, revision } = await api.text(
    `/processes/${encodeURIComponent(processId)}/draft${path.extname(name)}`,
  );
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const untouched = before === undefined || before === text || sha256(before) === pulled.models[name]?.sha256;
  if (!untouched && !force) return 'kept';
  if (before !== text) writeFileSync(file, text);
  pulled.models[name] = { processId, revision, sha256: sha256(text) };
  if (before === undefined) return 'new';
  return before === text ? 'same' : 'changed';
}

function report({ out, error }: Surroundings, name: string, written: Written): void {
  if (written === 'kept')
    error(`${name}: changed here since it was pulled, left alone. Publish it, or pull with --force.`);
  else out(`${name}: ${written}`);
}
