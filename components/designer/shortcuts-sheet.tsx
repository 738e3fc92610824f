'use client';

import Link from 'next/link';
import { keyList, SHORTCUTS, type Shortcut } from '@/components/canvas';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { singleKeysOn } from '@/components/ui/single-keys';

const GROUPS: readonly Shortcut['group'][] = ['Edit', 'Tools', 'Select', 'View', 'Process', 'Simulation'];

/** All keyboard shortcuts, from the registry that also handles them. */
export function ShortcutsSheet({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      description={
        <>
          Single keys work while the diagram or the outline has the focus.{' '}
          {singleKeysOn() ? 'They can be switched off' : 'They are switched off'} in{' '}
          <Link href="/settings/keyboard" className="inline-link">
            Settings
          </Link>
          .
        </>
      }
      size="lg"
      textOnly
    >
      <div className="gap-8 desk:columns-2">
        {GROUPS.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-semibold">{group}</h3>
            <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
              {SHORTCUTS.filter((each) => each.group === group).map((each) => (
                <div key={each.id} className="contents">
                  <dt>{each.label}</dt>
                  <dd className="flex items-start justify-end gap-1">
                    {keyList(each).map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
