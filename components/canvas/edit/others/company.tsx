'use client';

import { useEffect } from 'react';
import { ViewportPortal } from 'reactflow';
import type { Company as CompanyOf } from '@/components/designer/store/company';
import { useEditor } from '@/components/designer/store/context';
import { FollowFrame } from './follow-frame';
import { OtherPointers } from './other-pointers';
import { OtherSelections } from './other-selections';
import { useStanding } from './use-standing';

/** The others on the drawing: what they have selected and point at, and the view of whom one follows. */
export function Company() {
  const company = useEditor((state) => state.company);
  return company ? <Present company={company} /> : null;
}

function Present({ company }: { company: CompanyOf }) {
  useStanding(company);
  // Without a drawing, as in the simulation, nobody can be followed.
  useEffect(() => () => void company.follow(null), [company]);
  return (
    <>
      <ViewportPortal>
        <div className="pointer-events-none absolute left-0 top-0" style={{ zIndex: 999 }} aria-hidden="true">
          <OtherSelections />
          <OtherPointers company={company} />
        </div>
      </ViewportPortal>
      <FollowFrame company={company} />
    </>
  );
}
