'use client';

import { useEffect, useState } from 'react';
import { Select } from '@/components/ui/select';
import { ChangeList } from './change-list';
import { type Comparison, planeWith } from './comparison';
import type { CompareMode } from './side';
import { Stage } from './stage';
import { useCompare } from './use-compare';

export interface CompareViewProps {
  comparison: Comparison;
  mode: CompareMode;
  layout: boolean;
  onLayout: (on: boolean) => void;
  selected: string | null;
  onSelect: (id: string | null) => void;
  /** What the two sides are called. */
  from: string;
  to: string;
  /** Below the list of changes. */
  foot?: React.ReactNode;
  /** Below the drawing. */
  below?: React.ReactNode;
}

/** The drawing and the list of changes; each follows what is chosen in the other. */
export function CompareView(props: CompareViewProps) {
  const { comparison, mode, layout, selected, onSelect, from, to } = props;
  const { planes, diff } = comparison;
  const { moved, marks, list, at, step, keys } = useCompare(comparison, layout, selected, onSelect);
  const [planeId, setPlaneId] = useState(planes[0]?.id);
  useEffect(() => {
    const shown = selected && planeWith(planes, selected);
    if (shown) setPlaneId((current) => (holds(planes, current, selected) ? current : shown.id));
  }, [selected, planes]);
  const plane = planes.find(({ id }) => id === planeId) ?? planes[0];
  return (
    <div className="flex min-h-0 min-w-0 grow flex-col desk:flex-row">
      <div className="flex min-h-0 min-w-0 grow flex-col max-desk:min-h-[62dvh]">
        {planes.length > 1 && (
          <div className="flex-none border-b border-line px-3 py-1.5">
            <Select
              label="Diagram"
              hideLabel
              className="max-w-70"
              value={plane?.id ?? ''}
              onChange={(event) => setPlaneId(event.target.value)}
              options={planes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        )}
        {plane && (
          <Stage
            {...{ plane, marks, mode, selected, onSelect, layout, from, to }}
            onLayout={props.onLayout}
            moved={moved.length}
          />
        )}
        {props.below}
      </div>
      <aside
        aria-label="What differs"
        className="flex min-h-0 flex-none flex-col border-line bg-paper max-desk:border-t desk:w-91 desk:border-l"
      >
        <ChangeList
          {...{ diff, selected, onSelect, from, to }}
          moved={layout ? moved : []}
          at={at + 1}
          total={list.length}
          onStep={step}
          keys={keys}
        />
        {props.foot}
      </aside>
    </div>
  );
}

const holds = (planes: Comparison['planes'], planeId: string | undefined, id: string): boolean =>
  planeWith(
    planes.filter((plane) => plane.id === planeId),
    id,
  ) !== undefined;
