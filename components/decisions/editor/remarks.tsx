import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Section } from '@/components/ui/section';
import type { TableRemark } from '@/lib/dmn/lint';

const ICONS = {
  error: <CircleAlert size={14} className="text-incident" />,
  warning: <TriangleAlert size={14} className="text-wait" />,
  info: <Info size={14} className="text-muted" />,
} as const;
const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Gaps and overlaps of the table in words, each with its rules or an example. */
export function Remarks({ remarks }: { remarks: readonly TableRemark[] }) {
  return (
    <Section title="Gaps and overlaps" meta={remarks.length}>
      {remarks.length === 0 ? (
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck size={14} className="text-done" aria-hidden="true" />
          The rules cover everything, and none contradicts another.
        </p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {remarks.map(({ message, severity }) => (
            <li key={message} className="flex items-start gap-2">
              <span className="mt-0.75 flex-none" aria-hidden="true">
                {ICONS[severity]}
              </span>
              <span>
                <span className="sr-only">{WORDS[severity]}: </span>
                {message}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
