import fc from 'fast-check';
import type { Block } from './arbitrary';

/** Events that something waits for, and those that are looked up when they are thrown. */
export type EventKind = 'message' | 'signal' | 'condition' | 'timer' | 'escalation' | 'multiple' | 'all';
export const eventKind = fc.constantFrom<EventKind>(
  'message',
  'signal',
  'condition',
  'timer',
  'escalation',
  'multiple',
  'all',
);
const awaited = fc.constantFrom<EventKind>('message', 'signal', 'condition', 'timer', 'multiple', 'all');

export type Repeat =
  | { loop: 'standard'; testBefore: boolean; maximum: number }
  | {
      loop: 'multi';
      sequential: boolean;
      of: number;
      until: number | null;
      gathers: boolean;
      throws: boolean;
    };

/** What is repeated, undone or chosen; events and joins beyond the everyday ones. */
export type MoreBlock =
  | { kind: 'catch'; event: EventKind }
  | { kind: 'throw'; what: 'message' | 'signal' | 'escalation' | 'compensation' | 'undo-meanwhile' }
  | { kind: 'receive' | 'call' | 'link' | 'undoable' }
  | { kind: 'repeat'; activity: 'service' | 'task'; repeat: Repeat }
  | { kind: 'inclusive'; branches: Block[]; byDefault: boolean }
  | { kind: 'complex'; branches: Block[]; needs: number; resets: boolean }
  | { kind: 'event-gateway'; events: EventKind[]; branches: Block[] }
  | { kind: 'event-sub'; inside: Block; event: EventKind | 'error'; handler: Block; interrupting: boolean }
  | { kind: 'repeat-sub'; inside: Block; repeat: Repeat }
  | { kind: 'quantity'; inside: Block; tokens: number }
  | {
      kind: 'ad-hoc';
      branches: Block[];
      sequential: boolean;
      until: number | null;
      cancels: boolean;
      gathers: 'nothing' | 'here' | 'outside';
    }
  | { kind: 'transaction'; inside: Block; cancels: boolean; handled: boolean }
  | { kind: 'undo-sub'; inside: Block; how: 'boundary' | 'event-sub' | 'none' };

const repeat: fc.Arbitrary<Repeat> = fc.oneof(
  fc.record({
    loop: fc.constant('standard' as const),
    testBefore: fc.boolean(),
    maximum: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    loop: fc.constant('multi' as const),
    sequential: fc.boolean(),
    of: fc.integer({ min: 0, max: 3 }),
    until: fc.option(fc.integer({ min: 0, max: 3 })),
    gathers: fc.boolean(),
    throws: fc.boolean(),
  }),
);

const kind = <K extends string>(name: K) => fc.constant(name);

export const moreLeaf: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: kind('catch'), event: awaited }),
  fc.record({
    kind: kind('throw'),
    what: fc.constantFrom(
      'message' as const,
      'signal' as const,
      'escalation' as const,
      'compensation' as const,
      'undo-meanwhile' as const,
    ),
  }),
  fc.constantFrom<Block>(
    { kind: 'receive' },
    { kind: 'call' },
    { kind: 'link' },
    { kind: 'undoable' },
    { kind: 'undoable' },
  ),
  fc.record({ kind: kind('repeat'), activity: fc.constantFrom('service' as const, 'task' as const), repeat }),
);

/** Blocks of blocks. */
export function moreBlock(inner: fc.Arbitrary<Block>): fc.Arbitrary<Block> {
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    fc.record({ kind: kind('inclusive'), branches, byDefault: fc.boolean() }),
    fc.record({
      kind: kind('complex'),
      branches,
      needs: fc.integer({ min: 1, max: 3 }),
      resets: fc.boolean(),
    }),
    fc.record({
      kind: kind('event-gateway'),
      events: fc.array(awaited, { minLength: 2, maxLength: 3 }),
      branches,
    }),
    fc.record({
      kind: kind('event-sub'),
      inside: inner,
      event: fc.oneof(eventKind, fc.constant('error' as const)),
      handler: inner,
      interrupting: fc.boolean(),
    }),
    fc.record({ kind: kind('repeat-sub'), inside: inner, repeat }),
    fc.record({ kind: kind('quantity'), inside: inner, tokens: fc.integer({ min: 1, max: 2 }) }),
    fc.record({
      kind: kind('ad-hoc'),
      branches,
      sequential: fc.boolean(),
      until: fc.option(fc.integer({ min: 0, max: 3 })),
      cancels: fc.boolean(),
      gathers: fc.constantFrom('nothing' as const, 'here' as const, 'outside' as const),
    }),
    fc.record({ kind: kind('transaction'), inside: inner, cancels: fc.boolean(), handled: fc.boolean() }),
    fc.record({
      kind: kind('undo-sub'),
      inside: inner,
      how: fc.constantFrom('boundary' as const, 'event-sub' as const, 'none' as const),
    }),
  );
}
