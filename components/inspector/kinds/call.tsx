'use client';

import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { callActivityBpmn, callActivitySchema } from '@/lib/elements/call-activity/bpmn';
import { FieldList } from '../fields/field-list';
import { Section } from '../section';
import { useElement } from '../use-element';
import { useCallable } from './use-stored';

const BINDINGS = [
  { value: 'latest', label: 'The newest version' },
  { value: 'deployment', label: 'The version published together with this one' },
  { value: 'version', label: 'A version by number' },
  { value: 'tag', label: 'A version by its tag' },
] as const;

/** Which process is called, in which version, with which variables. */
export function CallSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, callActivityBpmn);
  const choices = useCallable();
  const bound = view.binding === 'version' || view.binding === 'tag';
  return (
    <Section title="Calls" number={1} level={3}>
      <div className="flex flex-col gap-2">
        <FieldList
          {...{ id, view, set }}
          fields={[{ name: 'process', label: 'Process', hint: 'By its id; its name finds it', choices }]}
        />
        <Select
          label="Version"
          options={BINDINGS}
          value={view.binding}
          onChange={(e) => set({ binding: callActivitySchema.shape.binding.parse(e.target.value) })}
        />
        <FieldList
          {...{ id, view, set }}
          fields={[
            ...(bound
              ? [{ name: 'version', label: view.binding === 'tag' ? 'Tag' : 'Number', as: 'text' } as const]
              : []),
            { name: 'businessKey', label: 'Business key', placeholder: 'as the calling process' },
          ]}
        />
        <Switch
          label="Hand over all variables"
          hint="Otherwise only what the input says"
          checked={view.allParentVariables}
          onCheckedChange={(allParentVariables) => set({ allParentVariables })}
        />
        <Switch
          label="Take back all variables"
          hint="Otherwise only what the output says"
          checked={view.allChildVariables}
          onCheckedChange={(allChildVariables) => set({ allChildVariables })}
        />
      </div>
    </Section>
  );
}
