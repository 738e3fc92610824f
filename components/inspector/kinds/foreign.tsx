'use client';

import { useMemo } from 'react';
import { useEditor } from '@/components/designer/store/context';
import { type ElementId, type ForeignEntry, foreignColours, foreignEntries } from '@/lib/document';
import { Section } from '../section';

/** What other tools wrote to the element: to be read only, kept as it is in every export. */
export function ForeignSection({ id }: { id: ElementId }) {
  const document = useEditor((state) => state.history.present);
  const entries = useMemo(() => foreignEntries(document, id), [document, id]);
  const colours = useMemo(() => foreignColours(document, id), [document, id]);
  if (entries.length === 0 && !colours) return null;
  return (
    <Section title="From other tools" level={3} meta="read only">
      <div className="flex flex-col gap-2 text-xs" data-testid="foreign">
        {colours && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {Object.entries(colours).map(([what, colour]) => (
              <Swatch key={what} what={what} colour={colour} />
            ))}
          </p>
        )}
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own
          <Entry key={index} entry={entry} />
        ))}
      </div>
    </Section>
  );
}

const WORDS: Record<string, string> = { fill: 'Fill', stroke: 'Line', label: 'Text' };

function Swatch({ what, colour }: { what: string; colour: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className="size-3 rounded-[3px] border border-line-strong"
        style={{ background: colour }}
      />
      {WORDS[what] ?? what} <code>{colour}</code>
    </span>
  );
}

function Entry({ entry: { vocabulary, name, lines } }: { entry: ForeignEntry }) {
  const [only] = lines;
  return (
    <dl className="min-w-0">
      <dt className="flex min-w-0 items-baseline gap-1.5">
        <span className="text-muted">{vocabulary}</span>
        <span className="font-medium">{name}</span>
        {lines.length === 1 && only?.path === '' && <code className="truncate">{only.value}</code>}
      </dt>
      {(lines.length > 1 || only?.path) &&
        lines.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
          <dd key={index} className="flex min-w-0 items-baseline gap-1.5 border-l-2 border-line pl-2">
            <span className="flex-none text-muted">{each.path}</span>
            <code className="min-w-0 break-words">{each.value}</code>
          </dd>
        ))}
    </dl>
  );
}
