'use client';

import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useStoreApi } from 'reactflow';
import { useStore } from 'zustand';
import type { Company } from '@/components/designer/store/company';
import { groundOf } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { useAnnounce } from '@/components/ui/live-region';
import { isTyping } from '../../shortcuts';
import { useFollowedView } from './use-followed-view';

/** Around the drawing while it shows what somebody else sees. */
export function FollowFrame({ company }: { company: Company }) {
  const following = useStore(company.state, (state) => state.following);
  const name = useStore(
    company.state,
    ({ people, following: id }) => people.find((one) => one.id === id)?.name,
  );
  return following && name ? <Frame key={following} {...{ company, following, name }} /> : null;
}

function Frame({ company, following, name }: { company: Company; following: string; name: string }) {
  const announce = useAnnounce();
  useFollowedView(company, following);
  useEscape(() => company.follow(null));
  useEffect(() => {
    announce(`Following ${name}. Escape stops`);
    return () => announce(`No longer following ${name}`);
  }, [name, announce]);
  return (
    <div
      data-testid="follow-frame"
      className="pointer-events-none absolute inset-0 z-10 flex items-start justify-center border-3 border-[var(--muted)]"
    >
      <p
        className="pointer-events-auto flex items-center gap-1 rounded-b-md border-x border-b border-[var(--muted)] py-0.5 pl-2.5 pr-1 text-xs font-medium text-ink"
        style={{ background: groundOf(name) }}
      >
        Following {name} – Esc stops
        <IconButton
          size="sm"
          label={`Stop following ${name}`}
          icon={<X size={14} />}
          onClick={() => company.follow(null)}
        />
      </p>
    </div>
  );
}

/** Escape wherever it is pressed in the designer, before it means anything else; what is being typed has its own. */
function useEscape(stop: () => void): void {
  const store = useStoreApi();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as Element;
      const designer = store.getState().domNode?.closest('[data-testid=designer]');
      const inside = target === document.body || designer?.contains(target);
      if (event.key !== 'Escape' || !inside || isTyping(target)) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  });
}
