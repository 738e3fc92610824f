'use client';

import { Check, X } from 'lucide-react';
import type { TrialText } from './trial-state';

/** What the model writes, as it writes it; each answer with what is wrong with it, none is swallowed. */
export function TrialTexts({ texts, running }: { texts: readonly TrialText[]; running: boolean }) {
  if (texts.length === 0)
    return running ? <p className="text-xs text-muted">Waiting for the model …</p> : null;
  return (
    <ol className="flex flex-col gap-2" aria-label="Output of the model" data-testid="trial-output">
      {texts.map(({ text, problems }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers are only added
        <li key={i} className="flex flex-col gap-1">
          {(running || texts.length > 1) && (
            <p className="flex items-center gap-1 text-xs font-medium">
              <Verdict problems={problems} />
              {texts.length > 1 && `Answer ${i + 1}: `}
              {problems === null
                ? running
                  ? 'is being written …'
                  : 'broke off'
                : problems.length === 0
                  ? 'fits the schema'
                  : 'does not fit the schema'}
            </p>
          )}
          <Output text={text} />
          {problems && problems.length > 0 && (
            <ul className="list-disc pl-4 text-xs" aria-label="What does not fit">
              {problems.slice(0, 10).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

const OUTPUT =
  'max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-sm bg-sunken p-2 font-mono text-xs/5';

function Output({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to
    <pre tabIndex={0} className={OUTPUT}>
      {text || '(nothing)'}
    </pre>
  );
}

function Verdict({ problems }: { problems: string[] | null }) {
  if (problems === null) return null;
  return problems.length === 0 ? (
    <Check size={14} aria-hidden="true" />
  ) : (
    <X size={14} className="text-incident" aria-hidden="true" />
  );
}
