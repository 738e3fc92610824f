'use client';

import { useState } from 'react';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import type { Change } from '@/lib/audit/changes';
import { JsonBlock } from './json-block';

const text = (value: unknown): string =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** What the event changed, field by field, or as JSON. */
export function ChangesSection({ changes }: { changes: readonly Change[] }) {
  const [view, setView] = useState<'fields' | 'json'>('fields');
  if (changes.length === 0) return null;
  return (
    <Section
      title="Before and after"
      meta={
        <Segmented
          label="Show changes as"
          choices={[
            { value: 'fields', label: 'Fields' },
            { value: 'json', label: 'JSON' },
          ]}
          value={view}
          onValueChange={setView}
        />
      }
    >
      {view === 'json' ? (
        <JsonBlock label="Changes" value={changes} />
      ) : (
        <table className="w-full table-fixed text-left text-xs" aria-label="Before and after">
          <thead className="text-muted">
            <tr className="border-b border-line-strong">
              <th className="w-[32%] py-1 pr-2 font-medium">Field</th>
              <th className="w-[30%] py-1 pr-2 font-medium">Before</th>
              <th className="py-1 font-medium">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <tr key={one.field} className="border-b border-line align-top">
                <th scope="row" className="py-1.5 pr-2 font-mono font-normal break-words">
                  {one.field}
                </th>
                <td className="py-1.5 pr-2 break-words text-muted">{text(one.before)}</td>
                <td className="py-1.5 font-medium break-words">{text(one.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
