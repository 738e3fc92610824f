import type { ProblemPage } from '@/lib/help/problem-pages';
import { Marked } from './marked';

/** What a problem means, why it matters, and the way out. */
export function ProblemExplanation({ page }: { page: ProblemPage }) {
  const { meaning, why, mend, constraints, bpmnlint } = page;
  const rows: [string, string | undefined][] = [
    ['What it means', meaning],
    ['Why', why && capital(why)],
    ['How to mend it', mend],
    ['In the standard', constraints.length > 0 ? `Breaks ${constraints.join(', ')} of BPMN 2.0` : undefined],
    ['In bpmnlint', bpmnlint.length > 0 ? bpmnlint.map((name) => `\`${name}\``).join(', ') : undefined],
  ];
  return (
    <dl className="flex flex-col gap-4">
      {rows.map(
        ([title, text]) =>
          text && (
            <div key={title}>
              <dt className="text-xs font-semibold text-muted">{title}</dt>
              <dd className="mt-0.5">
                <Marked text={text} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
