import { Download } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-style';
import { Chip } from '@/components/ui/chip';
import { cx } from '@/components/ui/cx';
import { Time } from '@/components/ui/time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { ByWhom, HERE, VersionFrame } from '@/components/versions/version-frame';
import type { DmnModel } from '@/lib/dmn';
import { DecisionSection, type UseRow } from './decision-section';
import { UploadDmn } from './upload';

/** A row of `GET /decisions/{key}/versions`. */
export interface DecisionVersionRow {
  version: number;
  storedAt: string;
  storedByName: string;
}

export interface DecisionSheetProps {
  fileKey: string;
  versions: readonly DecisionVersionRow[];
  /** What is shown. */
  version: DecisionVersionRow;
  model: DmnModel;
  uses: Readonly<Record<string, readonly UseRow[]>>;
  mayEdit: boolean;
}

/** A version of a DMN file to look at: every decision it holds, and the other versions beside it. */
export function DecisionSheet({ fileKey, versions, version, model, uses, mayEdit }: DecisionSheetProps) {
  const shown = model.nodes.filter(({ kind }) => kind !== 'input');
  return (
    <div className="flex min-h-full flex-col desk:h-full desk:min-h-0">
      <TitleBlock
        actions={
          <>
            <a
              className={buttonClass({})}
              href={`/api/v1/decisions/${encodeURIComponent(fileKey)}/versions/${version.version}`}
              download={`${model.name || fileKey}.dmn`}
            >
              <Download size={15} aria-hidden /> Download DMN
            </a>
            {mayEdit && <UploadDmn label="Upload version" />}
          </>
        }
      >
        <TitleCell label="Decisions" title>
          {model.name || fileKey}
        </TitleCell>
        <TitleCell label="Version">
          v{version.version}
          {version.version === versions[0]?.version && <Chip>Latest</Chip>}
        </TitleCell>
        <TitleCell label="Stored">
          <Time value={version.storedAt} />
        </TitleCell>
        <TitleCell label="Stored by" flat>
          {version.storedByName}
        </TitleCell>
      </TitleBlock>
      <div className="flex min-h-0 grow flex-col desk:flex-row">
        <div className="flex min-w-0 grow flex-col gap-8 px-4 py-6 desk:order-2 desk:overflow-y-auto desk:px-6">
          {shown.map((node) => (
            <DecisionSection
              key={node.id}
              model={model}
              node={node}
              uses={uses[node.id] ?? []}
              {...(mayEdit &&
                version.version === versions[0]?.version && {
                  editHref: `/decisions/${encodeURIComponent(fileKey)}/edit?decision=${encodeURIComponent(node.id)}`,
                })}
            />
          ))}
        </div>
        <Versions fileKey={fileKey} versions={versions} current={version.version} />
      </div>
    </div>
  );
}

interface VersionsProps {
  fileKey: string;
  versions: readonly DecisionVersionRow[];
  current: number;
}

function Versions({ fileKey, versions, current }: VersionsProps) {
  return (
    <VersionFrame
      count={versions.length}
      note="Stored versions never change. The same file uploaded again stays the version it is."
    >
      {versions.map(({ version, storedAt, storedByName }) => (
        <li key={version} className={cx('border-b border-line', version === current && HERE)}>
          <Link
            href={`/decisions/${encodeURIComponent(fileKey)}/versions/${version}`}
            aria-current={version === current ? 'page' : undefined}
            className="focus-inset block px-4 py-2.5 hover:bg-hover"
          >
            <span className="block text-sm font-semibold">v{version}</span>
            <ByWhom name={storedByName} at={storedAt} />
          </Link>
        </li>
      ))}
    </VersionFrame>
  );
}
