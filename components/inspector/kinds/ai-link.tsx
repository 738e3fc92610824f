'use client';

import { cx } from '@/components/ui/cx';
import { RegionBadge } from '@/components/ui/region-badge';
import { type Option, Select } from '@/components/ui/select';
import type { LinkView } from '@/lib/elements/ai-call/schema';
import { DraftText } from '../fields/text';
import { LAST_LINE } from './reorderable';
import type { ProviderChoice } from './use-providers';

interface ChainLinkProps {
  link: LinkView;
  /** Its place in the chain; 0 is asked first. */
  at: number;
  providers: readonly ProviderChoice[];
  onChange: (change: Partial<LinkView>) => void;
}

/** One model of the chain: its provider, and which of the provider's models. */
export function ChainLink({ link, at, providers, onChange }: ChainLinkProps) {
  const usual = providers.find((each) => each.isDefault);
  const chosen = link.provider ? providers.find((each) => each.providerId === link.provider) : usual;
  const of = at === 0 ? '' : ` of fallback ${at}`;
  const field = at === 0 ? '' : `fallbacks[${at - 1}].`;
  return (
    <div className="grid grid-cols-2 gap-1.5" data-field={at === 0 ? undefined : `fallbacks[${at - 1}]`}>
      <div data-field={`${field}provider`} className="min-w-0">
        <Select
          label={`Provider${of}`}
          hideLabel={at > 0}
          placeholder={usual ? `Default (${usual.name})` : 'Default'}
          options={optionsOf(providers, link.provider)}
          value={link.provider}
          onChange={({ target }) => onChange({ provider: target.value, model: '' })}
        />
      </div>
      <DraftText
        label={`Model${of}`}
        hideLabel={at > 0}
        field={`${field}model`}
        value={link.model}
        placeholder={chosen?.model || 'default'}
        onCommit={(model) => onChange({ model: model.trim() })}
      />
      <div className={cx('col-span-2 min-w-0', LAST_LINE)} data-testid="region">
        {chosen && <RegionBadge region={chosen.region} />}
      </div>
    </div>
  );
}

/** A provider that the document names and Settings doesn't have stays choosable, and says so. */
function optionsOf(providers: readonly ProviderChoice[], current: string): Option[] {
  const known = providers.map(({ providerId, name }) => ({ value: providerId, label: name }));
  const missing = current !== '' && !known.some((each) => each.value === current);
  return missing ? [...known, { value: current, label: `${current} (not configured)` }] : known;
}
