'use client';

import { useEffect, useState } from 'react';
import { type ReactFlowState, useStore } from 'reactflow';
import { useStore as useZustand } from 'zustand';
import type { Company } from '@/components/designer/store/company';
import { useEditor } from '@/components/designer/store/context';
import { groundOf } from '@/components/ui/avatar';
import { type Pointer, pointersOn, RESTING_MS } from './pointers';

const zoomOf = (state: ReactFlowState): number => state.transform[2];

/** What others point at, each with a name tag of the same size at every zoom. */
export function OtherPointers({ company }: { company: Company }) {
  const others = useEditor((state) => state.others);
  const plane = useEditor((state) => state.plane);
  const places = useZustand(company.state, (state) => state.places);
  const scale = 1 / useStore(zoomOf);
  return pointersOn(plane, others, places).map((pointer) => (
    <OtherPointer key={pointer.id} pointer={pointer} scale={scale} />
  ));
}

/** Moved by the compositor alone, between two tellings in a straight line. */
function OtherPointer({ pointer: { name, x, y }, scale }: { pointer: Pointer; scale: number }) {
  const resting = useResting(`${x} ${y}`);
  return (
    <div
      hidden={resting}
      className="absolute left-0 top-0 transition-transform duration-250 ease-linear will-change-transform motion-reduce:transition-none"
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <div
        data-testid="other-pointer"
        data-person={name}
        className="size-4 origin-top-left"
        style={{ transform: `scale(${scale})` }}
      >
        <svg className="absolute size-4 overflow-visible" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M0 0 4.5 13.5 7 7.5 13 5Z"
            fill={groundOf(name)}
            stroke="var(--muted)"
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
        </svg>
        <span
          className="absolute left-3 top-3 whitespace-nowrap rounded-sm border border-[var(--muted)] px-1.25 text-2xs font-medium text-ink"
          style={{ background: groundOf(name) }}
        >
          {name}
        </span>
      </div>
    </div>
  );
}

/** Whether something has been the same for so long that nobody looks at it any more. */
function useResting(what: string): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(what), RESTING_MS);
    return () => clearTimeout(timer);
  }, [what]);
  return rested === what;
}
