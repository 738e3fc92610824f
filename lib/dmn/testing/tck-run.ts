import { Evaluation } from '../evaluate/evaluation.mjs';
import { type Placed, Program } from '../evaluate/program.mjs';
import type { DmnModel } from '../model';
import { readDmn } from '../read';
import { type TckCase, tckModels } from './tck';

const NOW = '2026-01-01T12:00:00Z';
const programs = new Map<string, Program>();

/** The compiled model of a case with what it imports, the same one for all cases of the model. */
export function programOf({ directory, model }: TckCase): Program {
  const key = `${directory}/${model}`;
  const known = programs.get(key);
  if (known) return known;
  const made = new Program(importedBy(model, directory));
  programs.set(key, made);
  return made;
}

/** A model and those it imports, itself first: a directory may hold models that have nothing to do with each other. */
function importedBy(file: string, directory: string): DmnModel[] {
  const all = [...tckModels(directory)].map(([name, source]) => {
    const read = readDmn(source);
    if (!read.ok) throw new Error(`${directory}/${name}: ${read.message} (line ${read.line})`);
    return { name, model: read.model };
  });
  const main = all.find(({ name }) => name === file) ?? all[0];
  const found = main ? [main.model] : [];
  for (const { imports } of found) {
    const namespaces = imports.map(({ namespace }) => namespace);
    found.push(
      ...all.flatMap(({ model }) =>
        namespaces.includes(model.namespace) && !found.includes(model) ? [model] : [],
      ),
    );
  }
  return found;
}

/** What we answer to a case, as a FEEL value: that of a decision, or of an output decision of a service. */
export function answerOf(program: Program, { inputs, service, result }: TckCase): unknown {
  const run = { now: NOW, problems: [], tables: [] };
  const nodes: Placed[] = [...program.nodes.values()];
  const decision = nodes.find(({ node }) => node.kind === 'decision' && node.name === result);
  if (!decision) throw new Error(`the model has no decision “${result}”`);
  const called = nodes.find(({ node }) => node.kind === 'service' && node.name === service)?.node;
  const given = new Map<string, unknown>();
  for (const key of called?.kind === 'service' ? called.inputDecisions : []) {
    const name = program.nodes.get(key)?.node.name ?? '';
    given.set(key, inputs[name] ?? null);
  }
  return new Evaluation(program, inputs, run, given).valueOf(decision);
}
