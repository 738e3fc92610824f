'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useContent } from '@/components/designer/store/content';
import { IconButton } from '@/components/ui/icon-button';
import { Switch } from '@/components/ui/switch';
import { type ElementId, get, nameOf, outgoing, ref, refList } from '@/lib/document';
import { label } from '@/lib/editing';
import { sequenceFlow } from '@/lib/elements/sequence-flow/spec';
import { FeelField } from '../fields/feel-field';
import { QUIET } from '../fields/rows';
import { Section } from '../section';
import { useElement, usePatch } from '../use-element';

/** When a flow is taken. */
export function FlowSection({ id }: { id: ElementId }) {
  const document = useContent();
  const { view, set } = useElement(id, sequenceFlow.bpmn);
  const source = get(document, ref(get(document, id), 'sourceRef'));
  const conditional =
    /ExclusiveGateway|InclusiveGateway|ComplexGateway/.test(source?.type ?? '') ||
    /Task|Activity|SubProcess|Transaction/.test(source?.type ?? '');
  if (!conditional) return <p className="text-muted">This flow is always taken.</p>;
  return (
    <Section title="When it is taken" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <FeelField
          label="Condition"
          mode="expression"
          element={id}
          field="condition"
          placeholder="amount > 1000"
          value={view.condition}
          onCommit={(condition) => set({ condition }, 'condition')}
        />
        <Switch
          label="Default"
          hint="Taken when no other condition is true"
          checked={view.isDefault}
          onCheckedChange={(isDefault) => set({ isDefault })}
        />
      </div>
    </Section>
  );
}

/** The flows out of a decision in the order they are tried, and the default. */
export function GatewaySection({ id }: { id: ElementId }) {
  const document = useContent();
  const patch = usePatch();
  const flows = ordered(
    refList(get(document, id), 'outgoing'),
    outgoing(document, id).map((flow) => flow.id),
  );
  if (flows.length < 2)
    return <p className="text-muted">Append at least two paths to decide between them.</p>;
  const swap = (i: number, j: number) => {
    const next = [...flows];
    [next[i], next[j]] = [next[j] as ElementId, next[i] as ElementId];
    patch(id, { update: { [id]: { refs: { outgoing: next } } } });
  };
  return (
    <Section title="Paths, tried in this order" number={1} level={3}>
      <div className="flex flex-col gap-3">
        {flows.map((flow, i) => (
          <div key={flow} className="flex items-start gap-1">
            <Path flow={flow} />
            <IconButton
              size="sm"
              label={`Try path ${i + 1} earlier`}
              icon={<ChevronUp size={13} />}
              disabled={i === 0}
              className={QUIET}
              onClick={() => swap(i, i - 1)}
            />
            <IconButton
              size="sm"
              label={`Try path ${i + 1} later`}
              icon={<ChevronDown size={13} />}
              disabled={i === flows.length - 1}
              className={QUIET}
              onClick={() => swap(i, i + 1)}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** The order the gateway lists its flows in; flows it doesn't list come last. */
const ordered = (listed: readonly ElementId[], all: readonly ElementId[]): ElementId[] => [
  ...listed.filter((id) => all.includes(id)),
  ...all.filter((id) => !listed.includes(id)),
];

function Path({ flow }: { flow: ElementId }) {
  const document = useContent();
  const { view, set } = useElement(flow, sequenceFlow.bpmn);
  const element = get(document, flow);
  const title = nameOf(element) || `to ${label(document, ref(element, 'targetRef'))}`;
  return (
    <div className="flex min-w-0 grow flex-col gap-1 border-l-2 border-line pl-2">
      <FeelField
        label={title}
        mode="expression"
        element={flow}
        value={view.condition}
        placeholder={view.isDefault ? 'default' : 'amount > 1000'}
        onCommit={(condition) => set({ condition }, 'condition')}
      />
      <Switch label="Default" checked={view.isDefault} onCheckedChange={(isDefault) => set({ isDefault })} />
    </div>
  );
}
