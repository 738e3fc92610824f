import { Evaluation } from '../evaluate/evaluation.mjs';
import { type Placed, Program } from '../evaluate/program.mjs';
import { readDmn } from '../read';
import { type TckCase, tckModels } from './tck';

const NOW = '2026-01-01T12:00:00Z';
const programs = new Map<string, Program>();

/** The compiled models of a directory, the same one for all its cases. */
export function programOf(directory: string): Program {
  const known = programs.get(directory);
  if (known) return known;
  const models = [...tckModels(directory).values()].map((source) => {
    const read = readDmn(source);
    if (!read.ok) throw new Error(`${directory}: ${read.message} (line ${read.line})`);
    return read.model;
  });
  const made = new Program(models);
  programs.set(directory, made);
  return made;
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
