'use client';

import type { ElementId } from '@/lib/document';
import { common } from '@/lib/elements/common/bpmn';
import { FeelField } from '../fields/feel-field';
import { Rows } from '../fields/rows';
import { DraftText } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';

/** What an element is called. */
export function NameField({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, common);
  return <DraftText label="Name" field="name" value={view.name} onCommit={(name) => set({ name }, 'name')} />;
}

/** Variables an activity sees, and those it hands back. */
export function MappingSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, common);
  return (
    <>
      <Section title="Input" level={3} meta={view.inputs.length > 0 ? view.inputs.length : 'all variables'}>
        <Mappings id={id} rows={view.inputs} what="input" onChange={(inputs) => set({ inputs })} />
      </Section>
      <Section title="Output" level={3} meta={view.outputs.length > 0 ? 'only these' : 'everything'}>
        <Mappings id={id} rows={view.outputs} what="output" onChange={(outputs) => set({ outputs })} />
      </Section>
    </>
  );
}

interface Mapping {
  source: string;
  target: string;
}

function Mappings({
  id,
  rows,
  what,
  onChange,
}: {
  id: ElementId;
  rows: readonly Mapping[];
  what: 'input' | 'output';
  onChange: (rows: Mapping[]) => void;
}) {
  return (
    <Rows
      rows={rows}
      onChange={onChange}
      what={what}
      field={`${what}s`}
      make={() => ({ source: '=', target: '' })}
    >
      {(row, change, i) => (
        <div className="flex flex-col gap-1 border-l-2 border-line pl-2">
          <DraftText
            label={`Variable of ${what} ${i + 1}`}
            hideLabel
            mono
            placeholder="variable"
            field={`${what}s[${i}].target`}
            value={row.target}
            onCommit={(target) => change({ target })}
          />
          <FeelField
            label={`Value of ${what} ${i + 1}`}
            hideLabel
            element={id}
            field={`${what}s[${i}].source`}
            value={row.source}
            onCommit={(source) => change({ source })}
          />
        </div>
      )}
    </Rows>
  );
}
