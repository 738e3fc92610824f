import { describe, expect, it } from 'vitest';
import { compile } from '@/engine/compile/compile';
import type { ProcessDocument } from '@/engine/compile/document';
import type { Behavior, Behaviors } from '@/engine/core/behavior';
import type { EngineEvent } from '@/engine/core/events';
import type { JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import { Player, start } from '@/engine/testing/scenario';
import { importBpmn } from '@/lib/bpmn';
import { corporaMissing, corpusFile, corpusModels } from '@/lib/bpmn/corpora';
import { behaviors } from './behaviors';
import { compileRegistry } from './compile-registry';
import { scriptTaskBpmn } from './script-task/bpmn';

interface BetsyTest {
  id: string;
  file: string;
  cases: { case: number; startProcess: string; variables: JsonObject; expectedTrace: string[] }[];
}

const GROUP = 'core/03-betsy';
const EXPRESSIONS: [RegExp, string][] = [
  [/!test\.contains\("(\w)"\)/g, 'not(contains(test, "$1"))'],
  [/(?<!\w)test\.contains\("(\w)"\)/g, 'contains(test, "$1")'],
];

/** The pseudo scripts of the corpus: a step waits, counts or throws; what it logs is read from the events. */
const scripts = (document: ProcessDocument): Behavior => ({
  activate(step) {
    const { script } = scriptTaskBpmn.read(document, step.node.id);
    const counted = step.variables().integerVariable;
    if (script.startsWith('WAIT')) step.setTimer(new Date(Date.parse(step.now) + 10_000).toISOString());
    else if (script.startsWith('THROW')) step.throwError('ERR_CODE', '');
    else if (script.startsWith('INCREMENT')) step.complete({ integerVariable: Number(counted) + 1 });
    else step.complete();
  },
});

const documentOf = (file: string): ProcessDocument | null => {
  let xml = new TextDecoder().decode(corpusFile(GROUP, file));
  for (const [from, to] of EXPRESSIONS) xml = xml.replace(from, to);
  const imported = importBpmn(xml);
  return imported.ok ? imported.document : null;
};

/** The executable, when every element of it runs today. */
function executableOf(document: ProcessDocument, processKey: string): Executable | null {
  const result = compile(document, { versionId: 'v', checksum: 'c', processKey, registry: compileRegistry });
  const [executable] = result.ok ? result.executables : [];
  if (!executable) return null;
  return Object.values(executable.nodes).some((node) => node.kind === 'unsupported') ? null : executable;
}

/** Plays a case, firing whatever timer is due next, until nothing moves. */
function run(document: ProcessDocument, executable: Executable, variables: JsonObject): string[] {
  const all: Behaviors = { ...behaviors, 'script-task': scripts(document) };
  const player = new Player(executable, all);
  start(variables)(player);
  for (let timers = 0; timers < 20; timers += 1) {
    const waits = Object.values(player.current.activations).flatMap(({ key, wait }) =>
      wait?.kind === 'timer' ? [{ key, dueAt: wait.dueAt }] : [],
    );
    const next = waits.sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
    if (!next) break;
    if (next.dueAt > player.now) player.now = next.dueAt;
    player.send({ type: 'fire-timer', key: next.key });
  }
  return [...player.events.flatMap((event) => logged(document, event)), ...outcome(player)].sort();
}

function logged(document: ProcessDocument, event: EngineEvent): string[] {
  if (event.type !== 'element.completed' || event.elementType !== 'scriptTask') return [];
  const { script } = scriptTaskBpmn.read(document, event.elementId ?? '');
  if (script.startsWith('SCRIPT_')) return [script];
  return script === 'INCREMENT_INTEGER_VARIABLE_AND_LOG' ? ['INCREMENT'] : [];
}

function outcome({ current }: Player): string[] {
  if (current.status === 'failed') return ['ERROR_thrownErrorEvent'];
  const codes = Object.values(current.incidents).map(({ code }) => code);
  return codes.some((code) => code !== 'deadlock') ? ['ERROR_runtime'] : [];
}

/** Not judged: overlap of real time (the clock here is virtual). */
const TIMED = /EXECUTION_parallel|MARKER|DATA_/;

const cases = (corpusModels(GROUP) as unknown as BetsyTest[]).flatMap((test) => {
  const document = documentOf(test.file);
  if (!document) return [];
  return test.cases.flatMap((each) => {
    const executable = executableOf(document, each.startProcess);
    if (!executable || each.expectedTrace.some((token) => TIMED.test(token))) return [];
    return [{ name: `${test.id} ${each.case}`, document, executable, ...each }];
  });
});

describe.skipIf(corporaMissing)('engine conformance cases that nobody here wrote', () => {
  it('are found and executable', () => expect(cases.length).toBeGreaterThanOrEqual(34));
  it.each(cases)('$name', ({ document, executable, variables, expectedTrace }) => {
    expect(run(document, executable, variables)).toEqual([...expectedTrace].sort());
  });
});
