'use client';

import { useEffect, useState } from 'react';
import { price } from '@/components/ui/budget-use';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { isLimited } from '@/lib/elements/ai-call/limits';
import type { AiCallView } from '@/lib/elements/ai-call/schema';
import { DraftNumber, DraftText } from '../fields/text';
import { Section } from '../section';
import { useDesignerApi } from '../use-designer-api';
import type { ElementView } from '../use-element';

const ON_BUDGET = [
  { value: 'incident', label: 'An incident: a person decides' },
  { value: 'fallback', label: 'The next model is asked' },
];

/** Where the answer goes, and what the call may take: time, attempts, tokens, money. */
export function BudgetSection({ id, view, set }: ElementView<AiCallView> & { id: string }) {
  return (
    <Section title="Result and budget" number={5} level={3}>
      <div className="grid grid-cols-2 gap-2">
        <DraftText
          label="Result variable"
          mono
          field="resultVariable"
          value={view.resultVariable}
          onCommit={(resultVariable) => set({ resultVariable }, 'resultVariable')}
        />
        <DraftText
          label="Timeout"
          mono
          field="timeout"
          hint="PT30S is 30 seconds"
          value={view.timeout}
          onCommit={(timeout) => set({ timeout }, 'timeout')}
        />
        <DraftNumber
          label="Retries"
          field="retries"
          min={0}
          max={20}
          value={view.retries}
          onCommit={(retries) => set({ retries: retries ?? 2 }, 'retries')}
        />
        <DraftNumber
          label="Most tokens"
          field="maxTokens"
          min={1}
          value={view.maxTokens}
          placeholder={isLimited(view) ? '4000' : undefined}
          onCommit={(maxTokens) => set({ maxTokens }, 'maxTokens')}
        />
      </div>
      <Costs view={view} set={set} />
      {view.maxCostPerDay !== undefined && (
        <SpentToday id={id} limit={view.maxCostPerDay} currency={view.currency} />
      )}
      <Switch
        label="Same answer for the same input"
        hint="Temperature 0"
        checked={view.temperature === 0}
        onCheckedChange={(on) => set({ temperature: on ? 0 : undefined })}
        className="mt-2"
      />
    </Section>
  );
}

function Costs({ view, set }: ElementView<AiCallView>) {
  return (
    <>
      <div className="mt-2 grid grid-cols-[1fr_1fr_64px] gap-2">
        <DraftNumber
          label="Most cost of a call"
          field="maxCost"
          min={0}
          step={0.01}
          value={view.maxCost}
          placeholder="no limit"
          onCommit={(maxCost) => set({ maxCost }, 'maxCost')}
        />
        <DraftNumber
          label="Most cost of a day"
          field="maxCostPerDay"
          min={0}
          step={1}
          value={view.maxCostPerDay}
          placeholder="no limit"
          onCommit={(maxCostPerDay) => set({ maxCostPerDay }, 'maxCostPerDay')}
        />
        <DraftText
          label="Currency"
          mono
          field="currency"
          value={view.currency}
          onCommit={(currency) => set({ currency: currency.trim().toUpperCase() || 'EUR' }, 'currency')}
        />
      </div>
      {isLimited(view) && (
        <p className="mt-1 text-xs text-muted">
          By the prices in Settings; a model without a price is not asked. The day is counted in UTC for this
          step, over all versions and instances.
        </p>
      )}
      <div data-field="onBudget" className="mt-2">
        <Select
          label="When a limit is reached"
          options={ON_BUDGET}
          value={view.onBudget}
          onChange={({ target }) =>
            set({ onBudget: target.value === 'fallback' ? 'fallback' : 'incident' }, 'onBudget')
          }
        />
      </div>
    </>
  );
}

/** What the published step has used of its day so far; nothing where that can't be known. */
function SpentToday({ id, limit, currency }: { id: string; limit: number; currency: string }) {
  const api = useDesignerApi();
  const [spent, setSpent] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    // what can't be read is not said
    void api
      ?.stepSpending(id)
      .then((items) => current && setSpent(items.find((each) => each.currency === currency)?.spent ?? 0))
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [api, id, currency]);
  if (spent === null) return null;
  return (
    <p className="mt-1 text-xs tabular-nums" data-testid="spent-today">
      Used today: {price(spent, currency)} of {price(limit, currency)}.
    </p>
  );
}
