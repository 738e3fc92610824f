'use client';

import { useEditor } from '@/components/designer/store/context';
import { Banner } from '@/components/ui/banner';
import { Section } from '@/components/ui/section';
import { Switch } from '@/components/ui/switch';
import { type ElementId, get } from '@/lib/document';
import { annotation } from '@/lib/elements/annotation/spec';
import { specOf } from '@/lib/elements/registry';
import { startEvent } from '@/lib/elements/start-event/spec';
import { DraftArea } from '../fields/text';
import { useElement, usePatch } from '../use-element';
import { FormBuilder } from './form-builder';

/** What is asked before the process starts. */
export function StartSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, startEvent.bpmn);
  return (
    <Section title="Start form" number={1} level={3}>
      <FormBuilder value={view.form} onCommit={(json) => set({ form: { ...view.form, json } }, 'form')} />
    </Section>
  );
}

/** The text of a note. */
export function NoteSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, annotation.bpmn);
  return <DraftArea label="Text" field="text" value={view.text} onCommit={(text) => set({ text }, 'text')} />;
}

/** Whether a process may run. */
export function ProcessSection({ id }: { id: ElementId }) {
  const on = useEditor((state) => get(state.history.present, id)?.attrs.isExecutable === true);
  const patch = usePatch();
  return (
    <Switch
      label="Can be run"
      hint="Publishing makes a process run that is drawn for it"
      checked={on}
      onCheckedChange={(isExecutable) => patch(id, { update: { [id]: { attrs: { isExecutable } } } })}
    />
  );
}

/** Why an element is drawn and kept but can't run yet. */
export function NotExecutable({ id }: { id: ElementId }) {
  const document = useEditor((state) => state.history.present);
  const element = get(document, id);
  const spec = specOf(document, id);
  const why = element && spec.notExecutable?.(document, element);
  return why ? <Banner tone="warning">{why}</Banner> : null;
}
