import { compile } from '@/engine/compile/compile';
import type { ProcessDocument } from '@/engine/compile/document';
import type { JsonObject } from '@/engine/core/json';
import { World } from '@/engine/testing/world';
import { importBpmn } from '@/lib/bpmn';
import { corpusFile, corpusModels } from '@/lib/bpmn/corpora';
import { behaviors } from '@/lib/elements/behaviors';
import { compileRegistry } from '@/lib/elements/compile-registry';
import { traceOf } from './betsy-trace';
import { scriptBehavior, scriptWorker } from './scripts';

const GROUP = 'core/03-betsy';

/** One case of one test of the corpus. */
export interface BetsyCase {
  /** `events/Signal_StartEvent 1` */
  name: string;
  test: string;
  file: string;
  startProcess: string;
  /** Started before the main one. */
  startFirst?: string;
  variables: JsonObject;
  waitMsBeforeCheck?: number;
  expectedTrace: string[];
}

interface BetsyTest {
  id: string;
  file: string;
  cases: (Omit<BetsyCase, 'name' | 'test' | 'file'> & { case: number })[];
}

/** Every case of the manifest; none when there are no corpora. */
export const betsyCases = (): BetsyCase[] =>
  (corpusModels(GROUP) as unknown as BetsyTest[]).flatMap(({ id, file, cases }) =>
    cases.map(({ case: number, ...each }) => ({ ...each, name: `${id} ${number}`, test: id, file })),
  );

/** The pseudo conditions of the corpus in FEEL, as its manifest translates them. */
const EXPRESSIONS: [RegExp, string][] = [
  [/!\s*test\.contains\((?:"|&quot;)(\w)(?:"|&quot;)\)/g, 'not(contains(test, "$1"))'],
  // one condition of the corpus has a stray bracket behind it
  [/(?<!\w)test\.contains\((?:"|&quot;)(\w)(?:"|&quot;)\)(?:>(?=\s))?/g, 'contains(test, "$1")'],
  [/\$\{integerVariable\}/g, 'integerVariable'],
];

/** How long a case without a time of its own is watched, in milliseconds of the virtual clock. */
const WATCHED = 60_000;

/** Runs a case; the words it leaves. */
export function runBetsy({ file, ...each }: BetsyCase): { trace: string[]; violations: string[] } {
  let xml = new TextDecoder().decode(corpusFile(GROUP, file));
  for (const [pseudo, feel] of EXPRESSIONS) xml = xml.replace(pseudo, feel);
  const imported = importBpmn(xml);
  if (!imported.ok) return { trace: ['ERROR_deployment'], violations: [] };
  return runDocument(imported.document, each);
}

/** Runs the processes of a document whose scripts are single words. */
export function runDocument(
  document: ProcessDocument,
  run: Pick<BetsyCase, 'startProcess' | 'startFirst' | 'variables' | 'waitMsBeforeCheck'>,
): { trace: string[]; violations: string[] } {
  const compiled = compile(document, { versionId: 'v', checksum: 'c', registry: compileRegistry });
  if (!compiled.ok) return { trace: ['ERROR_deployment'], violations: [] };
  const world = new World({
    executables: compiled.executables,
    behaviors: { ...behaviors, 'script-task': scriptBehavior(document) },
    worker: scriptWorker,
  });
  // the pools of one file run together: both begin in one conversation
  const { startFirst, startProcess, variables, waitMsBeforeCheck = WATCHED } = run;
  if (world.executable(startProcess).startNodes.length === 0) world.armStarts();
  else
    for (const process of startFirst ? [startFirst, startProcess] : [startProcess])
      world.start(process, { variables, conversation: 'case' });
  world.advance(waitMsBeforeCheck);
  const violations = [...world.instances.values()].flatMap((instance) => instance.violations());
  return { trace: traceOf(document, world), violations };
}

/** A trace as a case words it, sorted: it looks for the marker, and tells errors apart, only when it says so. */
export function asExpected(trace: readonly string[], expected: readonly string[]): string[] {
  return trace
    .filter((word) => word !== 'MARKER_exists' || expected.includes(word))
    .map((word) => (word.startsWith('ERROR_') && expected.includes('ERROR') ? 'ERROR' : word))
    .sort();
}
