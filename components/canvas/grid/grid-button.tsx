'use client';

import { Grid3x3 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { keyName } from '../shortcuts';
import { grid, useGridOn } from './grid-setting';

/** Shows the grid and keeps to it, or not. */
export function GridButton() {
  const on = useGridOn();
  return (
    <IconButton
      size="sm"
      label="Grid"
      shortcut={keyName('grid')}
      icon={<Grid3x3 size={14} />}
      aria-pressed={on}
      className="aria-pressed:bg-sunken"
      onClick={() => grid.set(!on)}
    />
  );
}
