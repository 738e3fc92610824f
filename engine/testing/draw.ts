import type { TaskMoment } from '../core/model';
import type { Block, Guard } from './arbitrary';
import type { NodeOptions, ProcessBuilder } from './builder';
import { triggersOf } from './draw-events';
import { MORE } from './draw-more';
import { drawers } from './drawers';
import { equals, fixed, outside, variable } from './expressions';

type Drawers = { [K in Block['kind']]: (builder: ProcessBuilder, id: string, block: BlockOf<K>) => void };
type BlockOf<K extends Block['kind']> = Block extends infer B
  ? B extends { kind: infer Kinds }
    ? K extends Kinds
      ? B
      : never
    : never
  : never;

const DRAWERS: Drawers = {
  sequence: (builder, _id, { blocks }) => {
    for (const each of blocks) if (builder.at !== null) draw(builder, each);
  },
  exclusive: (builder, id, { branches, byDefault }) => {
    builder.exclusive(id);
    fork(builder, id, branches, byDefault);
  },
  split: (builder, id, { branches, byDefault }) => {
    builder.service(id);
    fork(builder, id, branches, byDefault);
  },
  parallel: (builder, id, { branches }) => {
    builder.parallel(id);
    join(builder, id, branches);
  },
  sub: (builder, id, { inside }) => subProcess(builder, id, inside),
  loop: (builder, id, { inside }) => loop(builder, id, inside),
  guarded: (builder, id, block) => guarded(builder, id, block),
  task: (builder, id) => void builder.task(id),
  merge: (builder, id) => void builder.exclusive(id),
  service: (builder, id) => void builder.service(id),
  mapped: (builder, id) => {
    const inputs = [{ target: 'own.x', value: variable('x') }];
    const outputs = [
      { target: 'x', value: variable('x') },
      { target: 'kept.y', value: outside('y?') },
    ];
    builder.service(id, { inputs, outputs });
  },
  questioned: (builder, id) => void builder.service(id, { workType: outside('type?') }),
  timer: (builder, id) => void builder.timer(id, 'duration', fixed('PT1H')),
  user: (builder, id) =>
    void builder.user(
      id,
      { candidateGroups: fixed('clerks'), reminder: fixed('R2/PT1H') },
      heard(builder, 'assigning', 'completing'),
    ),
  script: (builder, id, block) =>
    void builder.script(id, 'x', block.outside ? outside('x?') : fixed(block.value)),
  approval: (builder, id, { requiredIf, several }) => {
    const rule = requiredIf === null ? {} : { requiredIf: equals('x', requiredIf) };
    const reject = requiredIf === null ? 'first' : 'out-of-reach';
    const quorum = several === null ? {} : { quorum: { need: 'count', value: several, of: 2, reject } };
    builder.approval(
      id,
      { ...rule, ...quorum, notInitiator: requiredIf === 2 },
      heard(builder, 'creating', 'assigning', 'completing'),
    );
  },
  unsupported: (builder, id) =>
    void builder.node(id, 'unsupported', 'complexGateway', { config: { what: 'complex' } }),
  deadlock: (builder, id) => {
    builder.exclusive(id);
    join(builder, id, [{ kind: 'task' }, { kind: 'task' }], equals('x', 1));
  },
  end: (builder, id, { how }) => end(builder, id, how),
  ...MORE,
};

/** Appends a block after the builder's current node; where nothing leaves the block the builder stands nowhere. */
export function draw(builder: ProcessBuilder, block: Block): void {
  const drawer = DRAWERS[block.kind] as (builder: ProcessBuilder, id: string, block: Block) => void;
  drawer(builder, `N${builder.size}`, block);
}
drawers.draw = draw;

function end(builder: ProcessBuilder, id: string, how: 'none' | 'terminate' | 'error'): void {
  if (how === 'error') builder.errorEnd(id, 'E1');
  else if (how === 'terminate') builder.terminate(id);
  else builder.end(id);
}

/** Branches taken by condition, merged by an exclusive gateway. */
function fork(builder: ProcessBuilder, from: string, branches: readonly Block[], byDefault: boolean): void {
  const exits: string[] = [];
  branches.forEach((branch, index) => {
    const id = `N${builder.size}`;
    builder.from(from).task(id);
    if (byDefault && index === branches.length - 1) builder.byDefault();
    else builder.when(index === 1 ? outside('go?') : equals('x', index));
    draw(builder, branch);
    if (builder.at !== null) exits.push(builder.at);
  });
  gather(builder, exits, 'exclusive');
}

/** Branches all taken, joined by a parallel gateway; `first` lets an exclusive gateway feed it: a deadlock. */
function join(
  builder: ProcessBuilder,
  from: string,
  branches: readonly Block[],
  first?: ReturnType<typeof equals>,
): void {
  const exits: string[] = [];
  branches.forEach((branch, index) => {
    builder.from(from).task(`N${builder.size}`);
    if (first && index === 0) builder.when(first);
    draw(builder, branch);
    if (builder.at !== null) exits.push(builder.at);
  });
  gather(builder, exits, 'parallel');
}

function gather(builder: ProcessBuilder, exits: readonly string[], kind: 'exclusive' | 'parallel'): void {
  builder.from(null);
  if (exits.length === 0) return;
  const id = `N${builder.size}`;
  builder[kind](id);
  for (const exit of exits) builder.flow(exit, id);
}

function subProcess(builder: ProcessBuilder, id: string, inside: Block): void {
  builder.sub(id, (inner) => {
    inner.start(`N${inner.size}`);
    draw(inner, inside);
    if (inner.at !== null) inner.end(`N${inner.size}`);
  });
}

/** Back to the beginning while `x` is 0; always past work, so that it waits in between. */
function loop(builder: ProcessBuilder, id: string, inside: Block): void {
  builder.exclusive(id).service(`N${builder.size}`);
  draw(builder, inside);
  if (builder.at === null) return;
  const decision = `N${builder.size}`;
  builder.exclusive(decision).flow(decision, id, equals('x', 0));
  builder.from(decision).task(`N${builder.size}`).byDefault();
}

function guarded(builder: ProcessBuilder, id: string, block: Extract<Block, { kind: 'guarded' }>): void {
  draw(builder, block.host);
  const after = builder.at;
  const event = `N${builder.size}`;
  boundary(builder, event, id, block.by);
  draw(builder, block.handler);
  const handled = builder.at;
  if (handled !== null && !block.rejoin) builder.end(`N${builder.size}`);
  gather(
    builder,
    [after, block.rejoin ? handled : null].filter((exit) => exit !== null),
    'exclusive',
  );
}

function boundary(builder: ProcessBuilder, event: string, host: string, by: Guard): void {
  if (by.trigger === 'error') builder.boundaryError(event, host, by.errorCode, { codeVariable: 'code' });
  else if (by.trigger === 'event') {
    const { triggers, parallel } = triggersOf(by.event);
    builder.boundary(event, host, triggers, by.interrupting);
    if (parallel) builder.set(event, { parallelMultiple: true });
  } else if (by.cycle) builder.boundaryTimer(event, host, fixed('R3/PT30M'), by.interrupting, 'cycle');
  else builder.boundaryTimer(event, host, outside('how long?'), by.interrupting);
}

/** Listeners of a task, one for each of these moments, of every third one; one of them is told apart by an answer. */
function heard(builder: ProcessBuilder, ...moments: TaskMoment[]): NodeOptions {
  if (builder.size % 3 !== 0) return {};
  const listener = (moment: TaskMoment) => ({
    workType: moment === 'completing' ? outside('type?') : fixed(moment),
    retries: 2,
  });
  return { more: { listeners: Object.fromEntries(moments.map((moment) => [moment, [listener(moment)]])) } };
}
