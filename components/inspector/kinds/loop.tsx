'use client';

import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { type LoopView, loopBinding, loopSchema } from '@/lib/elements/loop/bpmn';
import { FeelField } from '../fields/feel-field';
import { DraftNumber, DraftText } from '../fields/text';
import { useElement } from '../use-element';

const KINDS = [
  { value: 'none', label: 'Once' },
  { value: 'standard', label: 'Again while a condition holds' },
  { value: 'parallel', label: 'For each item, all at once' },
  { value: 'sequential', label: 'For each item, one after the other' },
] as const;

interface FieldsProps {
  id: ElementId;
  view: LoopView;
  set: (change: Partial<LoopView>, field?: string) => void;
}

/** How often a step is done. */
export function LoopSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, loopBinding);
  return (
    <Section title="Repetition" level={3} meta={view.kind === 'none' ? 'once' : undefined}>
      <div className="flex flex-col gap-2">
        <Select
          label="Done"
          options={KINDS}
          value={view.kind}
          onChange={(e) => set({ kind: loopSchema.shape.kind.parse(e.target.value) })}
        />
        {view.kind === 'standard' && <StandardFields id={id} view={view} set={set} />}
        {(view.kind === 'parallel' || view.kind === 'sequential') && (
          <ItemFields id={id} view={view} set={set} />
        )}
      </div>
    </Section>
  );
}

function StandardFields({ id, view, set }: FieldsProps) {
  return (
    <>
      <FeelField
        label="Again as long as"
        mode="expression"
        element={id}
        field="loop.condition"
        placeholder="loopCounter < 3"
        value={view.condition}
        onCommit={(condition) => set({ condition }, 'loop.condition')}
      />
      <DraftNumber
        label="At most"
        field="loop.maximum"
        min={0}
        value={view.maximum ?? undefined}
        onCommit={(maximum) => set({ maximum: maximum ?? null }, 'loop.maximum')}
      />
      <Switch
        label="Ask before the first time"
        checked={view.testBefore}
        onCheckedChange={(testBefore) => set({ testBefore })}
      />
    </>
  );
}

function ItemFields({ id, view, set }: FieldsProps) {
  const feel = (member: keyof LoopView & string, label: string, placeholder: string) => (
    <FeelField
      label={label}
      mode="expression"
      element={id}
      field={`loop.${member}`}
      placeholder={placeholder}
      value={String(view[member] ?? '')}
      onCommit={(text) => set({ [member]: text }, `loop.${member}`)}
    />
  );
  const variable = (member: 'inputElement' | 'outputCollection', label: string) => (
    <DraftText
      label={label}
      mono
      field={`loop.${member}`}
      value={view[member]}
      onCommit={(text) => set({ [member]: text }, `loop.${member}`)}
    />
  );
  return (
    <>
      {feel('collection', 'List of items', 'order.items')}
      {variable('inputElement', 'Variable of one item')}
      {view.collection === '' && feel('cardinality', 'Or so many times', '3')}
      {variable('outputCollection', 'List of results')}
      {feel('outputElement', 'Result of one item', 'result')}
      {feel('completionCondition', 'Enough when', 'all are done')}
    </>
  );
}
