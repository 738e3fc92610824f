import type { ProcessDocument } from '@/engine/compile/document';
import type { Logged, World } from '@/engine/testing/world';
import { scriptOf } from './scripts';

/** The words that a run leaves, in order: what its scripts log, then how its instances ended. */
export function traceOf(document: ProcessDocument, world: World): string[] {
  const done = completed(document, world);
  const logged = done.flatMap(({ script, correct }) => {
    if (script.startsWith('SCRIPT_')) return [script];
    if (script === 'INCREMENT_INTEGER_VARIABLE_AND_LOG') return ['INCREMENT'];
    return script === 'LOG_DATA' && correct ? ['DATA_correct'] : [];
  });
  // the file is there or not, however often it was written
  const marker = done.some(({ script }) => script === 'CREATE_MARKER_FILE') ? ['MARKER_exists'] : [];
  return [...logged, ...marker, ...parallel(done), ...outcomes(world)];
}

interface Done {
  script: string;
  from: string;
  to: string;
  /** It saw the data that another step wrote. */
  correct: boolean;
}

const name = ({ instanceId, event }: Logged) => `${instanceId}:${event.key}`;

/** The scripts that ran to their end. A loop around a task is an activation of its own, which runs no script. */
function completed(document: ProcessDocument, { log }: World): Done[] {
  const of = (type: Logged['event']['type']) => log.filter(({ event }) => event.type === type);
  const loops = new Set(of('loop.started').map(name));
  const since = new Map(of('element.activated').map((entry) => [name(entry), entry.at]));
  const right = new Set(of('behavior.noted').filter(saysCorrect).map(name));
  return of('element.completed').flatMap((entry) => {
    const script = scriptOf(document, entry.event.elementId ?? '');
    if (script === '' || loops.has(name(entry))) return [];
    const from = since.get(name(entry)) ?? entry.at;
    return [{ script, from, to: entry.at, correct: right.has(name(entry)) }];
  });
}

const saysCorrect = ({ event }: Logged): boolean =>
  event.type === 'behavior.noted' && (event.data.data as { correct?: boolean } | null)?.correct === true;

/** Whether the two steps that log their times ran at the same time. */
function parallel(done: readonly Done[]): string[] {
  const [one, two] = ['CREATE_TIMESTAMP_LOG_1', 'CREATE_TIMESTAMP_LOG_2'].map((script) =>
    done.find((each) => each.script === script),
  );
  return one && two && one.from < two.to && two.from < one.to ? ['EXECUTION_parallel'] : [];
}

function outcomes({ instances }: World): string[] {
  return [...instances.values()].flatMap(({ state }) => {
    if (state.calledBy !== undefined) return [];
    if (state.status === 'failed') return ['ERROR_thrownErrorEvent'];
    const codes = Object.values(state.incidents).map(({ code }) => code);
    // tokens that can't move any more are what a case wants that stays active
    return codes.some((code) => code !== 'deadlock') ? ['ERROR_runtime'] : [];
  });
}
