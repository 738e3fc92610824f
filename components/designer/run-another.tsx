'use client';

import { ChevronDown, Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { later } from '@/components/ui/later';
import { toast } from '@/components/ui/toast';
import type { ProcessDocument } from '@/lib/document';
import type { DesignerApi } from './api';

const RunDialog = later(() => import('./run-dialog').then((it) => it.RunDialog), { name: 'This window' });

/** How many versions a menu offers; older ones run from their own pages. */
const SHOWN = 12;

/** The other half of “Run”: every published version, each with the form of its own start. */
export function RunAnother({ api, latestVersion }: { api: DesignerApi; latestVersion: number }) {
  const [chosen, setChosen] = useState<{ version: number; document: ProcessDocument } | null>(null);
  const versions = Array.from({ length: Math.min(SHOWN, latestVersion) }, (_, i) => latestVersion - i);
  const choose = (version: number) =>
    void api.version(version).then(
      (document) => setChosen({ version, document }),
      () => toast.error('The version could not be read. Try again.'),
    );
  return (
    <>
      <DropdownMenu
        trigger={
          <Button
            aria-label="Run a version"
            className="-ml-px rounded-l-none px-1.5!"
            icon={<ChevronDown size={15} aria-hidden />}
          />
        }
      >
        <MenuLabel>Run a published version</MenuLabel>
        {versions.map((version) => (
          <MenuItem key={version} icon={<Play size={14} />} onSelect={() => choose(version)}>
            {version === latestVersion ? `v${version} (latest)` : `v${version}`}
          </MenuItem>
        ))}
      </DropdownMenu>
      {chosen && (
        <RunDialog
          open
          onOpenChange={(open) => !open && setChosen(null)}
          {...{ api, latestVersion }}
          document={chosen.document}
          version={chosen.version}
          onPublish={() => setChosen(null)}
          onStarted={(url) => window.location.assign(url)}
        />
      )}
    </>
  );
}
