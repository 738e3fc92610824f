'use client';

import { useContent } from '@/components/designer/store/content';
import { useEditor } from '@/components/designer/store/context';
import { Banner } from '@/components/ui/banner';
import { Switch } from '@/components/ui/switch';
import { type ElementId, get, ref } from '@/lib/document';
import { annotation } from '@/lib/elements/annotation/spec';
import { specOf } from '@/lib/elements/registry';
import { DraftArea } from '../fields/text';
import { StartersSection } from '../late-parts';
import { useElement, usePatch } from '../use-element';

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
    <>
      <Switch
        label="Can be run"
        hint="Publishing makes a process run that is drawn for it"
        checked={on}
        onCheckedChange={(isExecutable) => patch(id, { update: { [id]: { attrs: { isExecutable } } } })}
      />
      <StartersSection id={id} />
    </>
  );
}

/** What is said of the process inside a pool. */
export function PoolSection({ id }: { id: ElementId }) {
  const process = useEditor((state) => ref(get(state.history.present, id), 'processRef'));
  const known = useEditor((state) => get(state.history.present, process) !== undefined);
  return known && process ? <ProcessSection id={process} /> : null;
}

/** Why an element is drawn and kept but can't run. */
export function NotExecutable({ id }: { id: ElementId }) {
  const document = useContent();
  const element = get(document, id);
  const spec = specOf(document, id);
  const why = element && spec.notExecutable?.(document, element);
  return why ? <Banner tone="warning">{why}</Banner> : null;
}
