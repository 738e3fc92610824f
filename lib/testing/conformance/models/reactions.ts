import * as define from './definitions';
import type { Model } from './model';
import {
  boundary,
  catching,
  chain,
  definitions,
  end,
  eventSub,
  flow,
  process,
  script,
  start,
  step,
  sub,
  throwing,
} from './xml';

/** Something that happens while a scope runs: what the event that reacts says, and what the scope does. */
interface Happening {
  name: string;
  definition(id?: string): string;
  /** Begins with `S0`; `A` follows the happening, except where that ends the scope. */
  scope: string;
  onlyInterrupting?: true;
  /** `A` runs before it. */
  after?: true;
  /** Another process of the same file, started first. */
  other?: string;
}

const goingOn = (middle: string): string =>
  start('S0') + middle + step('A') + end('S9') + chain('S0', 'X', 'A', 'S9');

const HAPPENINGS: readonly Happening[] = [
  {
    name: 'Signal',
    definition: (id) => define.signal('s', id),
    scope: goingOn(throwing('X', define.signal('s'))),
  },
  {
    name: 'Escalation',
    definition: (id) => define.escalation('x', id),
    scope: goingOn(throwing('X', define.escalation('x'))),
  },
  {
    name: 'Timer',
    definition: (id) => define.after('PT5S', id),
    scope: goingOn(script('X', 'WAIT_TEN_SECONDS')),
  },
  {
    name: 'Conditional',
    definition: (id) => define.when('integerVariable >= 1', id),
    scope: goingOn(script('X', 'INCREMENT_INTEGER_VARIABLE')),
  },
  {
    name: 'Message',
    definition: (id) => define.message('m', id),
    scope: goingOn(script('X', 'WAIT_TEN_SECONDS')),
    other: process(
      'Q',
      start('Q0') + catching('Q1', define.after('PT5S')) + throwing('Q2', define.message('m')) + end('Q9'),
      chain('Q0', 'Q1', 'Q2', 'Q9'),
    ),
  },
  {
    name: 'Error',
    definition: (id) => define.error('e', id),
    scope: start('S0') + step('A') + end('X', define.error('e')) + chain('S0', 'A', 'X'),
    onlyInterrupting: true,
    after: true,
  },
];

type Position =
  | 'BoundaryEvent_SubProcess'
  | 'StartEvent_EventSubProcess'
  | 'StartEvent_EventSubProcess_TopLevel';

const aroundSub = (inside: string, beside: string): string =>
  start('P0') + sub('S', inside) + step('C') + end('P9') + chain('P0', 'S', 'C', 'P9') + beside;

function content(
  position: Position,
  { scope }: Happening,
  definition: string,
  interrupting: boolean,
): string {
  if (position === 'StartEvent_EventSubProcess_TopLevel')
    return scope + eventSub('H', interrupting, definition, 'B');
  if (position === 'StartEvent_EventSubProcess')
    return aroundSub(scope + eventSub('H', interrupting, definition, 'B'), '');
  return aroundSub(
    scope,
    boundary('H', 'S', interrupting, definition) + step('B') + end('H9') + flow('H', 'B') + flow('B', 'H9'),
  );
}

function traceOf(position: Position, { after }: Happening, interrupting: boolean): string {
  const inside = interrupting && !after ? [] : ['A'];
  // only an interrupting boundary event keeps the sub-process from being left as drawn
  const goesOn = position === 'StartEvent_EventSubProcess' || !interrupting;
  const next = position === 'StartEvent_EventSubProcess_TopLevel' || !goesOn ? [] : ['C'];
  return [...inside, 'B', ...next].join(' ');
}

function model(position: Position, happening: Happening, interrupting: boolean, byReference: boolean): Model {
  const definition = byReference ? define.reference('D') : happening.definition();
  const body = content(position, happening, definition, interrupting);
  const root = byReference ? happening.definition('D') : '';
  const kind = interrupting ? 'Interrupting' : 'NonInterrupting';
  return {
    name: `${byReference ? 'EventDefinitionRef_' : ''}${happening.name}_${position}_${kind}`,
    xml: definitions(define.roots, root, process('P', body), happening.other ?? ''),
    ...(happening.other ? { startFirst: 'Q' } : {}),
    trace: traceOf(position, happening, interrupting),
  };
}

const POSITIONS: readonly Position[] = [
  'BoundaryEvent_SubProcess',
  'StartEvent_EventSubProcess',
  'StartEvent_EventSubProcess_TopLevel',
];

/** Every trigger on the border of a sub-process and in event sub-processes, interrupting and not, by reference and not. */
export const REACTIONS: readonly Model[] = [false, true].flatMap((byReference) =>
  POSITIONS.flatMap((position) =>
    HAPPENINGS.flatMap((happening) =>
      (happening.onlyInterrupting ? [true] : [true, false]).map((interrupting) =>
        model(position, happening, interrupting, byReference),
      ),
    ),
  ),
);
