'use client';

import { useState } from 'react';
import { later } from '@/components/ui/later';
import { Segmented } from '@/components/ui/segmented';
import type { ElementId } from '@/lib/document';
import { common } from '@/lib/elements/common/bpmn';
import { DraftArea } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';
import { useRunning } from './use-running';

const MarkdownPreview = later(() => import('./markdown-preview').then((it) => it.MarkdownPreview), {
  name: 'The documentation',
  place: (_props, failure) => failure,
});

const VIEWS = [
  { value: 'write', label: 'Write' },
  { value: 'read', label: 'Read' },
] as const;

/** What a reader should know about an element, in Markdown. */
export function DocumentationSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, common);
  const written = view.documentation.trim() !== '';
  const [shown, setShown] = useState<'write' | 'read'>('write');
  return (
    <Section title="Documentation" level={3} meta={<Running />}>
      <div className="flex flex-col gap-2">
        {written && (
          <Segmented
            label="Documentation"
            choices={VIEWS}
            value={shown}
            onValueChange={setShown}
            className="self-start"
          />
        )}
        {written && shown === 'read' ? (
          <MarkdownPreview text={view.documentation} />
        ) : (
          <DraftArea
            label="Documentation"
            hideLabel
            field="documentation"
            value={view.documentation}
            placeholder="What happens here, and why"
            hint="Markdown: **bold**, lists, [links](https://…)"
            onCommit={(documentation) => set({ documentation }, 'documentation')}
          />
        )}
      </div>
    </Section>
  );
}

/** Whom a change of what is written here concerns. */
function Running() {
  const running = useRunning();
  if (!running) return null;
  return <span>used in {running === 1 ? '1 running instance' : `${running} running instances`}</span>;
}
