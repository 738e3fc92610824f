import type { Executable } from '@/engine/core/model';
import type { Trigger } from '@/engine/core/triggers';
import { process as build, type ProcessBuilder } from '@/engine/testing/builder';
import { equals, fixed, variable } from '@/engine/testing/expressions';

/** Work of this type calls the effects server. */
export const CALL_WORK = 'chaos:call';
/** What waiting instances hear, and what starts one more. */
export const BELL = 'chaos-bell';
/** How often a clock that is set fires. */
export const CLOCK_FIRINGS = 3;

const workType = fixed(CALL_WORK);
/** A call may fail now and then; it must never run out of attempts. */
const retries = 1_000;
const later = (from: string, ms: number) => new Date(Date.parse(from) + ms).toISOString();

const message = (name: string) => ({
  type: 'message' as const,
  name: fixed(name),
  correlation: { by: 'key' as const, key: variable('self') },
});
const bell = { type: 'signal' as const, name: fixed(BELL) };
const pause: Trigger = { type: 'timer', first: ({ now }) => ({ dueAt: later(now, 300) }), next: () => null };
const clock: Trigger = {
  type: 'timer',
  first: ({ now }) => ({ dueAt: now, data: CLOCK_FIRINGS - 1 }),
  next: (left, dueAt) => (Number(left) > 0 ? { dueAt: later(dueAt, 200), data: Number(left) - 1 } : null),
};

/** A message carries what its event is given. */
const self = { inputs: [{ target: 'self', value: variable('self') }] };

/** A process under its own name; with `startsOn`, its start event waits for that. */
function named(key: string, draw: (builder: ProcessBuilder) => unknown, startsOn?: Trigger): Executable {
  const drawn = build(draw);
  const nodes = Object.fromEntries(
    Object.values(drawn.nodes).map((node) => {
      const placed = { ...node, scope: node.scope === drawn.processKey ? key : node.scope };
      return [node.id, startsOn && node.id === 'Start' ? { ...placed, triggers: [startsOn] } : placed];
    }),
  );
  const starts = startsOn ? { startNodes: [], triggeredStarts: ['Start'] } : {};
  return { ...drawn, processKey: key, nodes, ...starts };
}

/**
 * Calls before, beside, after and without a timer, on both ways of a gateway, joined again; then a question to
 * another process, its answer, and a process that is called.
 */
export const chaosProcess = named('Chaos', (p) =>
  p
    .start('Start')
    .service('Call_First', { workType, retries })
    .parallel('Fork')
    .catch('Wait', pause)
    .service('Call_AfterTimer', { workType, retries })
    .parallel('Join')
    .service('Call_Last', { workType, retries })
    .throw('Ask', { ...message('chaos-ask'), timeToLive: 600_000 })
    .set('Ask', self)
    .catch('Hear', message('chaos-answer'))
    .node('CallChild', 'call-activity', 'callActivity', {
      config: {
        processKey: fixed('Child'),
        binding: { type: 'latest' },
        allParentVariables: true,
        allChildVariables: true,
      },
    })
    .end('End')
    .from('Fork')
    .exclusive('Which')
    .service('Call_Even', { workType, retries })
    .when(equals('even', true))
    .exclusive('Either')
    .flow('Either', 'Join')
    .from('Which')
    .service('Call_Odd', { workType, retries })
    .byDefault()
    .flow('Call_Odd', 'Either'),
);

/** Started by a question; the answer may come before anybody waits for it. */
const answerer = named(
  'Answerer',
  (p) =>
    p
      .start('Start')
      .service('Call_Answer', { workType, retries })
      .throw('Answer', { ...message('chaos-answer'), timeToLive: 600_000 })
      .set('Answer', self)
      .end('End'),
  message('chaos-ask'),
);
const child = named('Child', (p) => p.start('Start').service('Call_Child', { workType, retries }).end('End'));
const listener = named('Listener', (p) => p.start('Start').catch('Hear', bell).end('End'));
const rung = named('Rung', (p) => p.start('Start').end('End'), bell);
const clocked = named('Clocked', (p) => p.start('Start').end('End'), clock);

/** Every process of the load, by key. */
export const processes: Readonly<Record<string, Executable>> = Object.fromEntries(
  [chaosProcess, answerer, child, listener, rung, clocked].map((each) => [each.processKey, each]),
);

/** @throws when there is none */
export function processOf(key: string): Executable {
  const found = processes[key];
  if (!found) throw new Error(`There is no process ${key} in the load.`);
  return found;
}

/** What a new row of an instance of a process needs. */
export const createOf = (processKey: string) => ({
  processId: processKey,
  modelId: 'chaos',
  versionId: processOf(processKey).versionId,
  processKey,
  title: null,
});
