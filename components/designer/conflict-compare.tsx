'use client';

import { useMemo, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { CompareView } from '@/components/versions/compare-view';
import { compareDocuments } from '@/components/versions/comparison';
import type { CompareMode } from '@/components/versions/side';
import type { ProcessDocument } from '@/lib/document';

export interface ConflictCompareProps {
  theirs: ProcessDocument;
  mine: ProcessDocument;
  title?: string;
  /** What the two are called. */
  sides?: readonly [string, string];
  onClose: () => void;
}

/** What was saved by somebody else against what is kept in this browser, before either is given up. */
export function ConflictCompare({
  theirs,
  mine,
  title = 'Theirs and mine',
  sides = ['theirs', 'mine'],
  onClose,
}: ConflictCompareProps) {
  const comparison = useMemo(() => compareDocuments(theirs, mine), [theirs, mine]);
  const [mode, setMode] = useState<CompareMode>('overlay');
  const [layout, setLayout] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} size="lg" focusOn="window">
      <Segmented
        label="Show as"
        value={mode}
        onValueChange={setMode}
        choices={[
          { value: 'side-by-side', label: 'Side by side' },
          { value: 'overlay', label: 'Overlay' },
        ]}
      />
      <div className="mt-3 flex min-h-[60vh] border border-line desk:h-[60vh]">
        <CompareView
          {...{ comparison, mode, layout, selected }}
          onLayout={setLayout}
          onSelect={setSelected}
          from={sides[0]}
          to={sides[1]}
        />
      </div>
    </Dialog>
  );
}
