import { Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { DiagramCanvas } from '@/components/canvas/diagram-canvas';
import { Avatar } from '@/components/ui/avatar';
import { Chip } from '@/components/ui/chip';
import { Time } from '@/components/ui/time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { ChangeNote } from '@/components/versions/change-note';
import type { DiagramView } from '@/lib/document';
import { VersionList, type VersionRow, type WaitingRow } from './version-list';

export interface VersionSheetProps {
  process: {
    processId: string;
    name: string;
    latestVersion: number | null;
    retired: boolean;
    secondPerson: boolean;
  };
  versions: readonly VersionRow[];
  waiting?: readonly WaitingRow[];
  /** What is shown; null for a draft that was never published. */
  shown: VersionRow | null;
  view: DiagramView;
  mayEdit: boolean;
  actions?: ReactNode;
}

/** A process to look at: one version drawn, why it was published and by whom, and the others beside it. */
export function VersionSheet(props: VersionSheetProps) {
  const { process, versions, waiting, shown, view, mayEdit, actions } = props;
  const latest = shown !== null && shown.version === process.latestVersion;
  return (
    <div className="flex min-h-full flex-col desk:h-full desk:min-h-0">
      <TitleBlock actions={actions}>
        <TitleCell label="Process" title>
          {process.name}
        </TitleCell>
        <TitleCell label="Version">
          {shown ? `v${shown.version}` : 'Draft'}
          {latest && <Chip>Latest</Chip>}
          {shown?.tags?.map((tag) => (
            <Chip key={tag} icon={<Tag size={11} aria-hidden />}>
              {tag}
            </Chip>
          ))}
          {process.retired && <Chip tone="cancel">Retired</Chip>}
        </TitleCell>
        {shown && (
          <>
            <TitleCell label="Published">
              <Time value={shown.publishedAt} />
            </TitleCell>
            <TitleCell label="Published by" flat={!shown.approvedByName}>
              <Avatar name={shown.publishedByName} size="s" decorative /> {shown.publishedByName}
            </TitleCell>
            {shown.approvedByName && (
              <TitleCell label="Countersigned by" flat>
                <Avatar name={shown.approvedByName} size="s" decorative /> {shown.approvedByName}
              </TitleCell>
            )}
          </>
        )}
      </TitleBlock>
      <div className="flex min-h-0 grow flex-col desk:flex-row">
        <div className="flex min-w-0 grow flex-col max-desk:min-h-[60dvh] desk:order-2">
          <div className="relative min-h-0 grow">
            <DiagramCanvas view={view} label={`Diagram of ${process.name}`} className="absolute inset-0" />
          </div>
          {shown && <ChangeNote version={shown} />}
        </div>
        <VersionList
          processId={process.processId}
          items={versions}
          current={shown?.version ?? null}
          draft={mayEdit}
          {...(waiting ? { waiting } : {})}
        />
      </div>
    </div>
  );
}
