import { Play } from 'lucide-react';
import Link from 'next/link';
import { StaticDiagram } from '@/components/bpmn';
import { Button } from '@/components/ui/button';
import type { SampleCard } from '@/lib/samples/cards';
import { thumbnail } from './thumbnail';

export interface SampleCardsProps {
  cards: readonly SampleCard[];
  /** Why this person can't run them; absent when they can. */
  refused?: string;
  /** Whether this person may open the process itself. */
  maySee: boolean;
}

/** Processes that come with the product, each one click away from running. */
export function SampleCards({ cards, refused, maySee }: SampleCardsProps) {
  return (
    <section aria-labelledby="samples">
      <div className="mb-2.75 mt-6 flex flex-wrap items-baseline gap-x-2.5">
        <h2 id="samples" className="text-lg font-semibold tracking-[-.018em]">
          Try a sample
        </h2>
        <p className="text-muted">{refused ?? 'runs in 20 seconds'}</p>
      </div>
      <ul className="grid gap-4 desk:grid-cols-3">
        {cards.map((card, index) => (
          <li key={card.sampleId} className="overflow-hidden rounded-lg border border-line bg-surface">
            <div className="board-dots grid h-33 place-items-center border-b border-line px-4 py-3">
              <StaticDiagram
                compact
                view={thumbnail(card.view)}
                padding={8}
                maxScale={0.6}
                title={`Diagram of ${card.title}`}
              />
            </div>
            <div className="flex items-center gap-3 py-2.75 pl-4 pr-3">
              <div className="min-w-0 grow">
                <h3 className="truncate text-base font-semibold tracking-[-.012em]">
                  {maySee ? (
                    <Link href={`/processes/${card.processId}`} className="hover:underline">
                      {card.title}
                    </Link>
                  ) : (
                    card.title
                  )}
                </h3>
                <p className="text-xs text-muted">{card.blurb}</p>
              </div>
              {refused === undefined && <RunSample card={card} first={index === 0} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form, so that it works before any script has loaded. */
function RunSample({ card, first }: { card: SampleCard; first: boolean }) {
  return (
    <form method="post" action="/api/demo/run-sample" className="flex-none">
      <input type="hidden" name="sampleId" value={card.sampleId} />
      <Button
        type="submit"
        variant={first ? 'primary' : 'secondary'}
        aria-label={`Run sample: ${card.title}`}
        icon={<Play size={13} fill="currentColor" aria-hidden />}
      >
        Run sample
      </Button>
    </form>
  );
}
