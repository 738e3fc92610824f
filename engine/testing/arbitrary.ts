import fc from 'fast-check';
import type { Executable } from '../core/model';
import { type EventKind, eventKind, type MoreBlock, moreBlock, moreLeaf } from './arbitrary-more';
import { ProcessBuilder } from './builder';
import { draw } from './draw';

export type Activity = 'service' | 'mapped' | 'user' | 'sub' | 'timer' | 'questioned';

/** A piece of a block-structured process. */
export type Block =
  | { kind: 'task' | 'service' | 'mapped' | 'questioned' | 'timer' | 'user' | 'unsupported' | 'merge' }
  | { kind: 'script'; value: number; outside: boolean }
  | { kind: 'approval'; requiredIf: number | null; several: number | null }
  | { kind: 'end'; how: 'none' | 'terminate' | 'error' }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'exclusive' | 'parallel' | 'split'; branches: Block[]; byDefault: boolean }
  | { kind: 'sub'; inside: Block }
  | { kind: 'loop'; inside: Block }
  | { kind: 'deadlock' }
  | { kind: 'guarded'; host: Block; by: Guard; handler: Block; rejoin: boolean }
  | MoreBlock;

export type Guard =
  | { trigger: 'timer'; interrupting: boolean; cycle: boolean }
  | { trigger: 'error'; errorCode: string | null }
  | { trigger: 'event'; event: EventKind; interrupting: boolean };

const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.record({ trigger: fc.constant('timer' as const), interrupting: fc.boolean(), cycle: fc.boolean() }),
  fc.record({ trigger: fc.constant('error' as const), errorCode: fc.constantFrom('E1', 'E2', null) }),
  fc.record({ trigger: fc.constant('event' as const), event: eventKind, interrupting: fc.boolean() }),
);

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Block>({ kind: 'service' }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Block>(
      { kind: 'task' },
      { kind: 'mapped' },
      { kind: 'questioned' },
      { kind: 'timer' },
      { kind: 'user' },
      { kind: 'merge' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('script' as const),
      value: fc.integer({ min: 0, max: 3 }),
      outside: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('approval' as const),
      requiredIf: fc.option(fc.integer({ min: 0, max: 3 })),
      several: fc.option(fc.integer({ min: 1, max: 2 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      how: fc.constantFrom('none' as const, 'terminate' as const, 'error' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Block>({ kind: 'unsupported' }, { kind: 'deadlock' }) },
  { weight: 8, arbitrary: moreLeaf },
);

/** Random processes of every executable element, at most `depth` levels deep. */
export function block(depth: number): fc.Arbitrary<Block> {
  if (depth === 0) return leaf;
  const inner = block(depth - 1);
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('sequence' as const),
        blocks: fc.array(inner, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'exclusive' as const,
          'parallel' as const,
          'parallel' as const,
          'split' as const,
        ),
        branches,
        byDefault: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('sub' as const), inside: inner }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('loop' as const), inside: inner }) },
    { weight: 9, arbitrary: moreBlock(inner) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('guarded' as const),
        host: fc.oneof(
          fc.constantFrom<Block>({ kind: 'service' }, { kind: 'user' }, { kind: 'questioned' }),
          fc.record({ kind: fc.constant('sub' as const), inside: inner }),
        ),
        by: guard,
        handler: inner,
        rejoin: fc.boolean(),
      }),
    },
  );
}

/** The process of a block: start event, the block, end event. */
export function executableOf(root: Block): Executable {
  const builder = new ProcessBuilder();
  builder.start('Start');
  draw(builder, root);
  if (builder.at !== null) builder.end('End');
  return builder.build();
}
