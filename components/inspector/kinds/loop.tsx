'use client';

import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { type LoopView, loopBinding, loopSchema } from '@/lib/elements/loop/bpmn';
import { FieldList } from '../fields/field-list';
import { Section } from '../section';
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
      <FieldList
        {...{ id, view }}
        under="loop"
        set={(change, field) => set(maximumOrNull(change), field)}
        fields={[
          {
            name: 'condition',
            label: 'Again as long as',
            as: 'expression',
            placeholder: 'loopCounter < 3',
          },
          { name: 'maximum', label: 'At most', as: 'number', min: 0 },
        ]}
      />
      <Switch
        label="Ask before the first time"
        checked={view.testBefore}
        onCheckedChange={(testBefore) => set({ testBefore })}
      />
    </>
  );
}

/** An empty number is no limit. */
const maximumOrNull = (change: Partial<LoopView>): Partial<LoopView> =>
  'maximum' in change ? { ...change, maximum: change.maximum ?? null } : change;

function ItemFields(props: FieldsProps) {
  const { collection } = props.view;
  return (
    <FieldList
      {...props}
      under="loop"
      fields={[
        { name: 'collection', label: 'List of items', as: 'expression', placeholder: 'order.items' },
        { name: 'inputElement', label: 'Variable of one item', as: 'text' },
        ...(collection === ''
          ? [
              {
                name: 'cardinality',
                label: 'Or so many times',
                as: 'expression',
                placeholder: '3',
              } as const,
            ]
          : []),
        { name: 'outputCollection', label: 'List of results', as: 'text' },
        { name: 'outputElement', label: 'Result of one item', as: 'expression', placeholder: 'result' },
        {
          name: 'completionCondition',
          label: 'Enough when',
          as: 'expression',
          placeholder: 'numberOfCompletedInstances >= 2',
          hint: 'Else all are waited for. numberOfInstances and numberOfActiveInstances are known too.',
        },
      ]}
    />
  );
}
