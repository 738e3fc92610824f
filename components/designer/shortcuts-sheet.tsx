'use client';

import { keyWords, SHORTCUTS, type Shortcut } from '@/components/canvas';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const GROUPS: readonly Shortcut['group'][] = ['Edit', 'Tools', 'Select', 'View', 'Process'];

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
      description="Single keys work while the diagram has the focus."
      size="lg"
    >
      <div className="columns-2 gap-8">
        {GROUPS.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-semibold">{group}</h3>
            <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
              {SHORTCUTS.filter((each) => each.group === group).map((each) => (
                <div key={each.id} className="contents">
                  <dt>{each.label}</dt>
                  <dd className="flex justify-end gap-1">
                    {each.keys.slice(0, 2).map((key) => (
                      <Kbd key={key}>{keyWords(key)}</Kbd>
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
