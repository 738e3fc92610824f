import type { ElementState } from '@/components/bpmn/types';
import { StateIcon } from '@/components/ui/state-icon';

const STATES: readonly [ElementState, string][] = [
  ['completed', 'Completed'],
  ['active', 'Running'],
  ['waiting', 'Waiting'],
  ['incident', 'Incident'],
  ['cancelled', 'Stopped'],
  ['notReached', 'Not reached'],
];

/** What the rings mean. */
export function Legend() {
  return (
    <ul
      aria-label="Legend"
      className="pointer-events-none absolute bottom-3.5 right-3.5 flex h-8 items-center gap-4 rounded-md border border-line bg-surface px-3 text-xs shadow-card max-wide:hidden"
    >
      {STATES.map(([state, word]) => (
        <li key={state} className="flex items-center gap-1.5">
          <StateIcon state={state} size={15} />
          {word}
        </li>
      ))}
    </ul>
  );
}
