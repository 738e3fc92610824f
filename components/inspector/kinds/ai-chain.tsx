'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { chainOf, linksOf } from '@/lib/elements/ai-call/chain';
import { type AiCallView, MOST_FALLBACKS } from '@/lib/elements/ai-call/schema';
import { Section } from '../section';
import type { ElementView } from '../use-element';
import { ChainLink } from './ai-link';
import { Reorderable } from './reorderable';
import { useProviders } from './use-providers';

/** Which models answer, in the order in which they are asked; empty members mean the default of Settings. */
export function ChainSection({ view, set }: ElementView<AiCallView>) {
  const providers = useProviders();
  const links = linksOf(view);
  const nameOf = (at: number) =>
    providers.find((each) => each.providerId === links[at]?.provider)?.name ??
    (links[at]?.provider || 'Default');
  return (
    <Section title="Model" number={1} level={3}>
      <div className="flex flex-col gap-2" data-field="fallbacks">
        <Reorderable
          rows={links}
          label="Models in the order in which they are asked"
          what={(at) => (at === 0 ? 'first model' : `fallback ${at}`)}
          nameOf={nameOf}
          onChange={(next) => set(chainOf(next))}
        >
          {(link, at) => (
            <ChainLink
              link={link}
              at={at}
              providers={providers}
              onChange={(change) =>
                set(chainOf(links.map((each, i) => (i === at ? { ...each, ...change } : each))), `link ${at}`)
              }
            />
          )}
        </Reorderable>
        {links.length > 1 && (
          <p className="text-xs text-muted">
            The next one is asked when a provider fails, declines or takes too long. Each has the whole time
            limit. A wrong answer is corrected by whoever gave it.
          </p>
        )}
        {links.length <= MOST_FALLBACKS && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus size={13} />}
            className="self-start"
            onClick={() => set(chainOf([...links, { provider: '', model: '' }]))}
          >
            Add fallback
          </Button>
        )}
      </div>
    </Section>
  );
}
