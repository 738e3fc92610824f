import { Quote as QuoteIcon } from 'lucide-react';
import { Sparkle } from '@/components/bpmn/sparkle';
import { AskedBefore } from '@/components/ui/asked-before';
import { AiChip, Chip } from '@/components/ui/chip';
import { ConfidenceScale } from '@/components/ui/confidence-scale';
import { QuotesFound } from '@/components/ui/quotes-found';
import { Section } from '@/components/ui/section';
import { readAttempts } from '@/lib/ai/read-attempts';
import { quotesRequired, unfoundQuotes } from '@/lib/ai/read-quotes';
import type { Outcome } from '@/lib/elements/approval/config';
import { suggestedOutcome } from '@/lib/tasks/suggestion';
import type { Evidence } from '@/lib/tasks/types';
import { type Quote, readAnswer } from './answer';
import { lower } from './words';

export interface AiReasonProps {
  evidence: Evidence;
  outcomes: readonly Outcome[];
}

/** Why AI suggests what it suggests: reasons, how sure and measured how, the words it rests on, who answered. */
export function AiReason({ evidence, outcomes }: AiReasonProps) {
  const answer = readAnswer(evidence.result);
  const suggested = suggestedOutcome(answer.value, outcomes);
  const by = [answer.provider, answer.model].filter((one, i, all) => one && all.indexOf(one) === i);
  return (
    <Section
      title={
        suggested ? `Why AI suggests “${lower(suggested.label)}”` : `What AI found in “${evidence.name}”`
      }
      icon={<Sparkle size={14} className="text-ai" />}
      meta="AI can be wrong"
    >
      <div className="overflow-hidden rounded-md border border-ai-line bg-surface">
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3 px-3 py-2.5">
          <p className="min-w-48 flex-1">{answer.rationale || 'It gave no reason.'}</p>
          {answer.confidence !== null && (
            <div className="w-full max-w-60">
              <ConfidenceScale
                value={answer.confidence}
                threshold={evidence.threshold}
                source={evidence.confidenceSource}
                width={236}
              />
              {answer.note && <p className="text-xs text-muted">{answer.note}</p>}
            </div>
          )}
        </div>
        {answer.quotes.length > 0 && (
          <Quotes quotes={answer.quotes} unfound={unfoundQuotes(evidence.result)} />
        )}
        <QuotesFound required={quotesRequired(evidence.result)} count={answer.quotes.length} />
        <AskedBefore attempts={readAttempts(evidence.result)} />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-paper px-3 py-1.5 text-xs text-muted">
          {answer.simulated && <AiChip>Simulated</AiChip>}
          <span>{by.join(' · ') || 'Model not recorded'}</span>
          <span>step “{evidence.name}”</span>
        </p>
      </div>
    </Section>
  );
}

function Quotes({ quotes, unfound }: { quotes: readonly Quote[]; unfound: ReadonlySet<string> }) {
  return (
    <ul aria-label="Quotes it rests on">
      {quotes.map(({ quote, field }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two fields may rest on the same words.
          key={index}
          className="flex items-baseline gap-2.5 border-t border-line px-3 py-1.5"
        >
          <QuoteIcon size={12} aria-hidden="true" className="flex-none fill-muted stroke-none" />
          <q className="min-w-0 break-words">
            <span className="quoted">{quote}</span>
          </q>
          {unfound.has(quote) && <Chip tone="wait">not in the input</Chip>}
          {field && (
            <a href={`#quote-${index}`} className="link ml-auto flex-none py-0.5 text-xs">
              {field}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
