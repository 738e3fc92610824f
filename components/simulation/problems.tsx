'use client';

import { Section } from '@/components/ui/section';
import { useSimulation } from './context';

/** Why the draft can't be simulated; each leads to where it is repaired. */
export function Problems({ onGoTo }: { onGoTo: (elementId: string, field?: string) => void }) {
  const problems = useSimulation((state) => state.problems);
  return (
    <Section title="This draft can’t run yet" meta={problems.length} className="p-4.5">
      <p className="mb-3 text-muted">Each of these must be repaired first.</p>
      <ul className="-mx-4.5 border-t border-line">
        {problems.map(({ elementId, field, message }) => (
          <li key={`${elementId} ${field} ${message}`} className="border-b border-line">
            <button
              type="button"
              className="focus-inset min-h-10 w-full px-4.5 py-2 text-left hover:bg-hover"
              onClick={() => onGoTo(elementId, field)}
            >
              {message}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
