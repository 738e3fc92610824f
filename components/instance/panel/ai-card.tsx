import { Sparkle } from '@/components/bpmn/sparkle';
import { AskedBefore } from '@/components/ui/asked-before';
import { budgetText } from '@/components/ui/budget-use';
import { Chip } from '@/components/ui/chip';
import { ConfidenceScale } from '@/components/ui/confidence-scale';
import { QuotesFound } from '@/components/ui/quotes-found';
import { RegionBadge } from '@/components/ui/region-badge';
import { Time } from '@/components/ui/time';
import { type AiCallView, money } from '../model/ai';

/** One call to a model: how sure it was, which model, how long, what it cost, what was asked and answered. */
export function AiCard({ call, name }: { call: AiCallView; name: string }) {
  return (
    <article aria-label={`AI call ${name}`} className="mt-4 rounded-md border border-ai-line bg-surface">
      <header className="flex min-h-9 items-center gap-2 rounded-t-md border-b border-ai-line bg-ai-soft px-3">
        <span className="text-ai">
          <Sparkle size={15} />
        </span>
        <p className="min-w-0 truncate">
          <b className="font-semibold">AI call</b> {name}
        </p>
        {call.simulated && <Chip tone="ai">Simulated</Chip>}
        {call.region !== undefined && <RegionBadge region={call.region} />}
        <Time value={call.at} format="seconds" className="ml-auto text-muted" />
      </header>
      {call.error && <p className="border-b border-line bg-incident-bg px-3 py-2">{call.error}</p>}
      {call.confidence && (
        <div className="px-3 py-2.5">
          <ConfidenceScale {...call.confidence} threshold={call.threshold} width={330} />
        </div>
      )}
      <dl className="grid grid-cols-[1fr_auto_auto] border-t border-line">
        <Fact label="Model">{call.model}</Fact>
        <Fact label="Took" mono>
          {call.latencyMs === undefined ? '–' : `${(call.latencyMs / 1000).toFixed(2)} s`}
        </Fact>
        <Fact label="Cost" mono>
          {call.cost ? money(call.cost.amount, call.cost.currency) : 'no price'}
        </Fact>
      </dl>
      {call.budget && (
        <p className="border-t border-line px-3 py-1.5 text-xs tabular-nums">{budgetText(call.budget)}</p>
      )}
      <QuotesFound required={call.quotesRequired === true} count={call.quotes.length} />
      <AskedBefore attempts={call.attempts} />
      <Words call={call} />
      <p className="border-t border-line px-3 py-1.5 text-right text-xs text-muted">AI can be wrong</p>
    </article>
  );
}

function Fact({ label, mono, children }: { label: string; mono?: boolean; children: string }) {
  return (
    <div className="min-w-0 border-r border-line px-3 py-1.5 last:border-r-0">
      <dt className="text-3xs text-muted">{label}</dt>
      <dd className={mono ? 'whitespace-nowrap font-mono text-xs' : 'truncate font-medium'}>{children}</dd>
    </div>
  );
}

function Words({ call }: { call: AiCallView }) {
  const { tokens } = call;
  return (
    <div className="border-t border-line px-3 py-1">
      {call.rationale && <p className="py-1.5">{call.rationale}</p>}
      {call.quotes.length > 0 && (
        <Fold title={`${call.quotes.length} ${call.quotes.length === 1 ? 'quote' : 'quotes'}`}>
          <ul className="flex flex-col gap-1">
            {call.quotes.map(({ quote, field }) => (
              <li key={`${field} ${quote}`}>
                {field && <span className="font-mono text-2xs text-muted">{field} </span>}
                <q>{quote}</q>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold title="Prompt and answer">
        {call.system && <Block title="Instructions">{call.system}</Block>}
        {call.prompt && <Block title="Prompt">{call.prompt}</Block>}
        {call.answers.map(({ text, problems }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: answers have no identity but their order, which never changes.
          <Block key={index} title={call.answers.length > 1 ? `Answer ${index + 1}` : 'Answer'}>
            {[text, ...problems.map((problem) => `✗ ${problem}`)].join('\n')}
          </Block>
        ))}
        <p className="text-xs text-muted">
          {[
            call.provider,
            tokens && `${tokens.input} tokens in, ${tokens.output} out`,
            call.promptHash && `prompt ${call.promptHash.slice(0, 8)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Fold>
    </div>
  );
}

function Fold({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details>
      <summary className="min-h-6 cursor-pointer py-0.5 font-medium text-primary">{title}</summary>
      <div className="flex flex-col gap-2 pb-2 pt-1">{children}</div>
    </details>
  );
}

function Block({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <p className="text-3xs text-muted">{title}</p>
      <pre className="max-h-60 overflow-y-auto whitespace-pre-wrap break-words rounded-sm bg-sunken p-2 font-mono text-2xs">
        {children}
      </pre>
    </div>
  );
}
