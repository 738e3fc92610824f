import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runScenario, type Scenario } from '@/lib/simulation';
import { readScenario, SCENARIO_ENDING } from '@/lib/simulation/text';
import { CliError, type Command, EXIT, type Surroundings } from '../command';
import { modelFiles, readModel } from '../model-files';
import { options } from '../options';

export const test: Command = {
  summary: 'Run scenarios on models without a server',
  help: `countersign test [file or folder …]

Runs every scenario (.scenario.yaml) on the model of the process it names, found among the models (.yaml, .bpmn) of the
scenario's own folder. A scenario without “process” runs on the only model there.
Prints “ok” or “file:line:column” with the first difference for each; exit code 1 when one fails.`,
  async run(args, surroundings) {
    const { positionals } = options(args, {});
    const files = scenarioFiles(positionals, surroundings.cwd);
    const passed = files.map((file) => runFile(file, surroundings)).filter(Boolean).length;
    surroundings.error(
      `${passed} of ${files.length} ${files.length === 1 ? 'scenario passes' : 'scenarios pass'}`,
    );
    return passed === files.length ? EXIT.done : EXIT.problems;
  },
};

/** The scenario files that arguments name: files themselves, and those in folders, at any depth. */
function scenarioFiles(args: readonly string[], cwd: string): string[] {
  const found = (args.length > 0 ? args : ['.']).flatMap((arg) => {
    const full = path.resolve(cwd, arg);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) throw new CliError(`There is no file or folder “${arg}”.`);
    return stat.isDirectory() ? inFolder(full) : [full];
  });
  const files = [...new Set(found)].sort();
  if (files.length === 0)
    throw new CliError(`There are no scenarios here: files that end in ${SCENARIO_ENDING}.`);
  return files;
}

function inFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return inFolder(full);
    return full.endsWith(SCENARIO_ENDING) ? [full] : [];
  });
}

function runFile(file: string, { cwd, out }: Surroundings): boolean {
  const name = path.relative(cwd, file) || file;
  const read = readScenario(readFileSync(file, 'utf8'));
  if (!read.ok) {
    out(`${name}:${read.line}:${read.column} ${read.message}`);
    return false;
  }
  const { scenario } = read;
  const model = modelFor(file, scenario);
  if (!model.ok) {
    out(`${name}:1:1 ${model.message}`);
    return false;
  }
  const result = runScenario(model.document, scenario);
  out(result.ok ? `ok ${name}: ${scenario.scenario}` : `${name}:1:1 ${result.difference.message}`);
  return result.ok;
}

/** The model beside a scenario that holds its process. */
function modelFor(file: string, { process }: Scenario) {
  const folder = path.dirname(file);
  const beside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|bpmn|bpmn2|xml)$/.test(entry.name))
    .map((entry) => path.join(folder, entry.name));
  const models = beside.filter(isModelFile(folder)).map((each) => ({ each, model: readModel(each) }));
  const readable = models.flatMap(({ each, model }) =>
    model.ok ? [{ each, document: model.document }] : [],
  );
  const fitting = process ? readable.filter(({ document }) => document.elements[process]) : readable;
  const [found] = fitting;
  if (found && fitting.length === 1) return { ok: true as const, document: found.document };
  const which = process ? `the process “${process}”` : 'a process';
  const many = fitting.map(({ each }) => path.basename(each)).join(', ');
  const message = found
    ? `Several models here hold ${which} (${many}): keep each in a folder of its own, or name the process.`
    : `No model here holds ${which}.`;
  return { ok: false as const, message };
}

/** Which files of a folder are models, as the other commands know them. */
function isModelFile(folder: string): (file: string) => boolean {
  const known = new Set(quietly(() => modelFiles([folder], folder)));
  return (file) => known.has(file);
}

/** No models is an answer here, not the end. */
function quietly(find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    if (error instanceof CliError) return [];
    throw error;
  }
}
