import type { MultiInstance, StandardLoop } from '../core/loop-model';
import type { Throw } from '../core/triggers';
import type { Block } from './arbitrary';
import type { MoreBlock, Repeat } from './arbitrary-more';
import type { ProcessBuilder } from './builder';
import { triggersOf } from './draw-events';
import { drawers } from './drawers';
import { computed, equals, fixed, outside, variable } from './expressions';

type Drawers = { [K in MoreBlock['kind']]: (builder: ProcessBuilder, id: string, block: BlockOf<K>) => void };
type BlockOf<K extends MoreBlock['kind']> = MoreBlock extends infer B
  ? B extends { kind: infer Kinds }
    ? K extends Kinds
      ? B
      : never
    : never
  : never;

const THROWS: Record<Extract<MoreBlock, { kind: 'throw' }>['what'], Throw> = {
  message: { type: 'message', name: fixed('sent'), correlation: { by: 'conversation' }, timeToLive: null },
  signal: { type: 'signal', name: fixed('flare') },
  escalation: { type: 'escalation', code: fixed('X1') },
  compensation: { type: 'compensation', activity: null, wait: true },
  'undo-meanwhile': { type: 'compensation', activity: null, wait: false },
};

/** How the blocks of `arbitrary-more` are drawn. */
export const MORE: Drawers = {
  catch: (builder, id, { event }) => {
    const { triggers, parallel } = triggersOf(event);
    builder.catch(id, ...triggers);
    if (parallel) builder.set(id, { parallelMultiple: true });
  },
  throw: (builder, id, { what }) => void builder.throw(id, THROWS[what]),
  receive: (builder, id) =>
    void builder.node(id, 'receive-task', 'receiveTask', {
      more: {
        triggers: [
          { type: 'message', name: fixed('answer'), correlation: { by: 'key', key: outside('key?') } },
        ],
      },
    }),
  call: (builder, id) =>
    void builder.node(id, 'call-activity', 'callActivity', {
      config: {
        processKey: fixed('Other'),
        binding: { type: 'latest' },
        allParentVariables: true,
        allChildVariables: true,
      },
    }),
  link: (builder, id) => {
    const target = `${id}-to`;
    builder
      .throw(id, { type: 'link', targets: [target] })
      .from(null)
      .catch(target);
  },
  undoable: (builder, id) => void undoable(builder, id, () => builder.service(id)),
  repeat: (builder, id, { activity, repeat }) =>
    void builder[activity](id).set(id, { loop: loopOf(repeat), dataStates: { dataState: 'seen' } }),
  'repeat-sub': (builder, id, { inside, repeat }) => {
    scope(builder, id, inside);
    builder.set(id, { loop: loopOf(repeat) });
  },
  inclusive: (builder, id, { branches, byDefault }) => {
    builder.node(id, 'inclusive-gateway', 'inclusiveGateway');
    const exits = fork(builder, id, branches, (index) =>
      byDefault && index === 0 ? null : equals('x', index),
    );
    if (!byDefault) always(builder, id, exits);
    gather(builder, exits, 'inclusive-gateway', 'inclusiveGateway', {});
  },
  complex: (builder, id, { branches, needs, resets }) => {
    builder.parallel(id);
    const exits = fork(builder, id, branches, () => undefined);
    const activationCondition = computed(
      `activationCount >= ${needs}`,
      (seen) => Number(seen.activationCount) >= needs,
    );
    gather(builder, exits, 'complex-gateway', 'complexGateway', { activationCondition });
    const join = builder.at;
    if (!resets || join === null) return;
    const late = computed(
      'not(waitingForStart) and activationCount > 0',
      (seen) => seen.waitingForStart === false && Number(seen.activationCount) > 0,
    );
    builder.service(`N${builder.size}`).when(late).from(join);
  },
  'event-gateway': (builder, id, { events, branches }) => {
    builder.node(id, 'event-based-gateway', 'eventBasedGateway', { config: { parallel: false } });
    const exits: string[] = [];
    events.forEach((event, index) => {
      const { triggers, parallel } = triggersOf(event);
      const at = `N${builder.size}`;
      builder.from(id).catch(at, ...triggers);
      if (parallel) builder.set(at, { parallelMultiple: true });
      const branch = branches[index];
      if (branch) drawers.draw(builder, branch);
      if (builder.at !== null) exits.push(builder.at);
    });
    gather(builder, exits, 'exclusive-gateway', 'exclusiveGateway', {});
  },
  'event-sub': (builder, id, { inside, event, handler, interrupting }) => {
    const { triggers, parallel } =
      event === 'error'
        ? { triggers: [{ type: 'error' as const, code: null, codeVariable: 'code' }], parallel: false }
        : triggersOf(event);
    builder.sub(id, (inner) => {
      fill(inner, inside);
      const sub = `N${inner.size}`;
      inner.eventSub(sub, triggers, (deep) => fill(deep, handler), interrupting || event === 'error');
      if (parallel) inner.set(sub, { parallelMultiple: true });
    });
  },
  quantity: (builder, id, { inside, tokens }) => {
    builder.task(id).set(id, { completionQuantity: tokens });
    drawers.draw(builder, inside);
    if (builder.at === null) return;
    const after = `N${builder.size}`;
    builder.service(after).set(after, { startQuantity: tokens });
  },
  'ad-hoc': (builder, id, { branches, sequential, until, cancels, gathers }) => {
    const kind = { kind: 'ad-hoc-sub-process', type: 'adHocSubProcess' };
    const condition = until === null ? {} : { completionCondition: equals('x', until) };
    const element = gathers === 'here' ? variable('x') : outside('x?');
    const list = gathers === 'nothing' ? {} : { gathers: { collection: 'gathered', element } };
    const config = { sequential, cancelRemaining: cancels, ...condition, ...list };
    builder.sub(
      id,
      (deep) => {
        for (const branch of branches) drawers.draw(deep.from(null).task(`N${deep.size}`), branch);
      },
      { ...kind, config },
    );
  },
  transaction: (builder, id, { inside, cancels, handled }) => {
    builder.sub(
      id,
      (inner) => {
        inner.start(`N${inner.size}`);
        undoable(inner, `N${inner.size}`, (at) => inner.service(at));
        drawers.draw(inner, inside);
        if (inner.at === null) return;
        const decision = `N${inner.size}`;
        inner.exclusive(decision);
        if (cancels) inner.end(`N${inner.size}`, { type: 'cancel' }).when(equals('x', 1));
        inner.from(decision).end(`N${inner.size}`).byDefault();
      },
      { kind: 'transaction', type: 'transaction' },
    );
    if (!handled) return;
    const event = `N${builder.size}`;
    builder.boundary(event, id, { type: 'cancel' }).end(`N${builder.size}`).from(id);
  },
  'undo-sub': (builder, id, { inside, how }) => {
    const draw = () => {
      builder.sub(id, (inner) => {
        fill(inner, inside);
        if (how !== 'event-sub') return;
        const sub = `N${inner.size}`;
        inner.eventSub(sub, { type: 'compensation' }, (deep) =>
          deep.start(`N${deep.size}`).throw(`N${deep.size}`, THROWS.compensation).end(`N${deep.size}`),
        );
        builder.set(id, { compensation: { eventSubProcess: sub } });
      });
    };
    if (how === 'boundary') undoable(builder, id, draw);
    else draw();
  },
};

/** An activity with the activity that undoes it. */
function undoable(builder: ProcessBuilder, id: string, drawIt: (id: string) => unknown): void {
  drawIt(id);
  const handler = `${id}-undo`;
  builder.from(null).service(handler).set(handler, { isCompensation: true });
  builder.set(id, { compensation: { activity: handler } }).from(id);
}

function loopOf(repeat: Repeat): StandardLoop | MultiInstance {
  if (repeat.loop === 'standard') {
    const { testBefore, maximum } = repeat;
    return {
      type: 'standard',
      testBefore,
      maximum,
      condition: computed('x < 3', ({ x }) => Number(x ?? 0) < 3),
    };
  }
  const { sequential, of, until, gathers, throws } = repeat;
  return {
    type: 'multi',
    sequential,
    ...(gathers
      ? { collection: fixed(Array.from({ length: of }, (_, index) => index)) }
      : { cardinality: fixed(of) }),
    ...(gathers ? { inputElement: 'item', outputCollection: 'made', outputElement: variable('item') } : {}),
    ...(until === null
      ? {}
      : {
          completionCondition: computed(
            `done ${until}`,
            (seen) => Number(seen.numberOfCompletedInstances) >= until,
          ),
        }),
    behavior: throws ? { of: 'one', throws: THROWS.escalation } : { of: 'all' },
  };
}

function fill(inner: ProcessBuilder, inside: Block): void {
  inner.start(`N${inner.size}`);
  drawers.draw(inner, inside);
  if (inner.at !== null) inner.end(`N${inner.size}`);
}

function scope(builder: ProcessBuilder, id: string, inside: Block): void {
  builder.sub(id, (inner) => fill(inner, inside));
}

/** `condition` null makes a default flow. */
function fork(
  builder: ProcessBuilder,
  from: string,
  branches: readonly Block[],
  condition: (index: number) => ReturnType<typeof equals> | null | undefined,
): string[] {
  const exits: string[] = [];
  branches.forEach((branch, index) => {
    builder.from(from).task(`N${builder.size}`);
    const when = condition(index);
    if (when === null) builder.byDefault();
    else if (when) builder.when(when);
    drawers.draw(builder, branch);
    if (builder.at !== null) exits.push(builder.at);
  });
  return exits;
}

/** A branch that is always taken, so that some flow always is. */
function always(builder: ProcessBuilder, from: string, exits: string[]): void {
  const id = `N${builder.size}`;
  builder.from(from).task(id);
  exits.push(id);
}

function gather(
  builder: ProcessBuilder,
  exits: readonly string[],
  kind: string,
  type: string,
  config: object,
): void {
  builder.from(null);
  if (exits.length === 0) return;
  const id = `N${builder.size}`;
  builder.node(id, kind, type, { config });
  for (const exit of exits) builder.flow(exit, id);
}
