import {
  type DiffMark,
  type ElementState,
  ElementSymbol,
  type SymbolSpec,
  type WaitReason,
} from '@/components/bpmn';
import { Specimen } from './specimen';

const STATES: readonly [ElementState, string, string, WaitReason?][] = [
  ['completed', 'Completed', '1.5 solid'],
  ['active', 'Active', '3 solid'],
  ['waiting', 'Waiting for a person', '3, dash 14 7', 'person'],
  ['waiting', 'Waiting for a time', 'the badge says what for', 'timer'],
  ['incident', 'Incident', 'double, 4 in all'],
  ['cancelled', 'Cancelled', '2, dash 3.5 4'],
  ['compensated', 'Compensated', '2, dash 9 3.5 2 3.5'],
  ['notReached', 'Not reached', 'shape at 40 %'],
];

const TASK: SymbolSpec = { shape: 'task', bpmnType: 'bpmn:ServiceTask', width: 100, height: 80 };
const GATEWAY: SymbolSpec = { shape: 'gateway', bpmnType: 'bpmn:ExclusiveGateway', width: 50, height: 50 };
const EVENT: SymbolSpec = {
  shape: 'event',
  bpmnType: 'bpmn:StartEvent',
  position: 'start',
  width: 36,
  height: 36,
};

/** The seven states on the three outlines. */
export function RunStates() {
  return (
    <ul className="flex flex-col gap-2">
      {STATES.map(([state, name, how, waitReason]) => (
        <li key={name} className="flex items-center gap-3">
          <svg
            width={186}
            height={68}
            viewBox="-12 -12 284 104"
            aria-hidden="true"
            className="flex-none overflow-visible"
          >
            <ElementSymbol spec={TASK} state={state} waitReason={waitReason} />
            <g transform="translate(132 15)">
              <ElementSymbol spec={GATEWAY} state={state} waitReason={waitReason} />
            </g>
            <g transform="translate(218 22)">
              <ElementSymbol spec={EVENT} state={state} waitReason={waitReason} />
            </g>
          </svg>
          <p className="min-w-0">
            <b className="block font-medium">{name}</b>
            <span className="text-2xs text-muted">{how}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

const DIFFS: readonly [DiffMark, string][] = [
  ['added', 'Added'],
  ['removed', 'Removed'],
  ['changed', 'Changed'],
  ['moved', 'Moved'],
];

/** What the comparison of two versions marks, a repeated completion and a proposal. */
export function OtherMarks() {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {DIFFS.map(([diff, caption]) => (
        <Specimen key={diff} spec={TASK} diff={diff} pad={11} caption={caption} />
      ))}
      <Specimen spec={TASK} state="completed" count={12} pad={11} caption="Completed 12 times" />
      <Specimen spec={TASK} ghost pad={11} caption="Proposed by AI" />
    </div>
  );
}
