'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { later, usePreload } from '@/components/ui/later';
import type { TemplateSummary } from '@/lib/templates/types';
import { TemplateCard } from './card';
import { matching, NO_FILTER } from './filter';
import { FilterBar } from './filter-bar';

const WINDOW = { name: 'This window' };
const PreviewDialog = later(() => import('./preview-dialog').then((it) => it.PreviewDialog), WINDOW);
const UseDialog = later(() => import('./use-dialog').then((it) => it.UseDialog), WINDOW);
const PARTS = [PreviewDialog, UseDialog];

/** Who may make a draft of a template: this person, nobody, or a stranger of the demo, who becomes a person by it. */
export type Using = 'person' | 'refused' | { becomes: string };

export interface GalleryProps {
  items: readonly (TemplateSummary & { thumbnail: ReactNode })[];
  using: Using;
  /** Shows only so many, with a link to all of them. */
  most?: number;
  /** The template whose name is asked for at once. */
  startWith?: string;
}

/** Processes to begin with: filtered, looked at, used. */
export function Gallery({ items, using, most, startWith }: GalleryProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  usePreload(PARTS);
  const [previewed, setPreviewed] = useState<string | null>(null);
  const [used, setUsed] = useState<string | null>(startWith ?? null);
  const found = matching(items, filter);
  const shown = found.slice(0, most);
  const byId = (id: string | null) => items.find(({ templateId }) => templateId === id);
  const [preview, use] = [byId(previewed), byId(used)];
  return (
    <>
      <FilterBar filter={filter} onChange={setFilter} found={found.length} all={items.length} />
      {shown.length === 0 ? (
        <EmptyState
          title="No template is like that"
          actions={<Button onClick={() => setFilter(NO_FILTER)}>Show all {items.length}</Button>}
        >
          Look for fewer words, or draw the process yourself.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 desk:grid-cols-3">
          {shown.map((item) => (
            <TemplateCard
              key={item.templateId}
              template={item}
              using={using}
              onPreview={() => setPreviewed(item.templateId)}
              onUse={() => setUsed(item.templateId)}
            />
          ))}
        </ul>
      )}
      {shown.length < found.length && (
        <Link href="/templates" className="link mt-3 inline-block py-0.5">
          All {found.length} templates
        </Link>
      )}
      {preview && (
        <PreviewDialog
          template={preview}
          using={using}
          onClose={() => setPreviewed(null)}
          onUse={() => {
            setPreviewed(null);
            setUsed(preview.templateId);
          }}
        />
      )}
      {use && using === 'person' && <UseDialog template={use} onClose={() => setUsed(null)} />}
    </>
  );
}
