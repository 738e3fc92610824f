'use client';

import { useEffect, useState } from 'react';
import { setSingleKeys, singleKeysOn } from '@/components/ui/single-keys';
import { Switch } from '@/components/ui/switch';

/** Shortcuts of single characters on or off; kept in this browser, and at once. */
export function KeyboardSettings() {
  const [on, setOn] = useState(true);
  // Storage is the browser's: the server draws the switch as most have it.
  useEffect(() => setOn(singleKeysOn()), []);
  return (
    <Switch
      className="my-3 max-w-140"
      label="Shortcuts of a single key"
      hint="Letters and digits in the designer, the inbox and the audit, such as E, J and 1. Shortcuts with Ctrl or ⌘, arrows, Enter, Escape and function keys always work. Kept in this browser."
      checked={on}
      onCheckedChange={(checked) => {
        setOn(checked);
        setSingleKeys(checked);
      }}
    />
  );
}
