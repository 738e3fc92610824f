'use client';

import { CircleX, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import type { InstanceFacts } from '../model/page-props';
import { RepairDialog } from './repair-dialog';

/** What an operator can do with an instance that has no incident. */
export function RepairMenu({ instance, disabled }: { instance: InstanceFacts; disabled: boolean }) {
  const [cancelling, setCancelling] = useState(false);
  return (
    <>
      <DropdownMenu
        trigger={
          <Button
            icon={<Ellipsis size={15} aria-hidden />}
            disabled={disabled}
            title={disabled ? 'Repair acts on the present. Return to live first.' : undefined}
          >
            Repair
          </Button>
        }
      >
        <MenuItem danger icon={<CircleX size={15} aria-hidden />} onSelect={() => setCancelling(true)}>
          Cancel instance…
        </MenuItem>
      </DropdownMenu>
      {cancelling && (
        <RepairDialog
          kind="cancel"
          path={`/instances/${encodeURIComponent(instance.instanceId)}/cancel`}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
}
