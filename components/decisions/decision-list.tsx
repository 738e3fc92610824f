import Link from 'next/link';
import { LibraryNav } from '@/components/processes/library-nav';
import { Banner } from '@/components/ui/banner';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import type { UseRow } from './decision-section';
import { DropZone } from './drop-zone';
import { NewTable } from './new-table';
import { UploadDmn } from './upload';

/** A row of `GET /decisions`: a DMN file with what it decides. */
export interface DecisionFileRow {
  key: string;
  name: string;
  version: number;
  storedAt: string;
  decisions: readonly { decisionId: string; name: string; usedBy: readonly UseRow[] }[];
}

export interface DecisionListProps {
  items: readonly DecisionFileRow[];
  /** The id of a decision that somebody looked for and that is not here. */
  missing?: string;
  mayEdit: boolean;
}

/** Every stored decision: in which file and version, and which processes ask it. */
export function DecisionList({ items, missing, mayEdit }: DecisionListProps) {
  const rows = items.flatMap((file) => file.decisions.map((decision) => ({ file, decision })));
  const list = (
    <>
      {missing !== undefined && (
        <Banner strip>
          There is no decision “{missing}” here.{mayEdit && ' Upload the DMN file that holds it.'}
        </Banner>
      )}
      {rows.length === 0 ? (
        <EmptyState title="No decisions yet">
          {mayEdit
            ? 'Draw a table, upload a DMN file, or drop one here. Decision tasks of processes ask its decisions by their ids.'
            : 'A designer uploads DMN files; decision tasks of processes ask them.'}
        </EmptyState>
      ) : (
        <DataTable label="Decisions">
          <TableHead>
            <Th>Name</Th>
            <Th>Id</Th>
            <Th numeric>Version</Th>
            <Th>Asked by</Th>
            <Th>File</Th>
            <Th>Stored</Th>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.file.key} ${row.decision.decisionId}`} {...row} />
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
  return (
    <div className="flex min-h-full flex-col">
      <TitleBlock
        actions={
          mayEdit && (
            <>
              <NewTable
                taken={items.flatMap(({ key, decisions }) => [
                  key,
                  ...decisions.map((one) => one.decisionId),
                ])}
              />
              <UploadDmn />
            </>
          )
        }
      >
        <TitleCell label="What processes ask" title>
          Decisions
        </TitleCell>
        <TitleCell label="Shown" flat>
          <span className="font-mono">{rows.length}</span>
        </TitleCell>
      </TitleBlock>
      <LibraryNav here="decisions" />
      {mayEdit ? <DropZone>{list}</DropZone> : list}
    </div>
  );
}

type RowProps = { file: DecisionFileRow; decision: DecisionFileRow['decisions'][number] };

function Row({ file, decision }: RowProps) {
  const processes = [...new Map(decision.usedBy.map((use) => [use.processId, use.processName]))];
  return (
    <Tr>
      <Td strong>
        <Link
          href={`/decisions/${encodeURIComponent(file.key)}#${encodeURIComponent(decision.decisionId)}`}
          className="inline-flex min-h-6 items-center hover:underline"
        >
          {decision.name}
        </Link>
      </Td>
      <Td mono>{decision.decisionId}</Td>
      <Td numeric mono>
        v{file.version}
      </Td>
      <Td>
        <span className="flex flex-wrap gap-x-3">
          {processes.length === 0 && <span className="text-muted">No process</span>}
          {processes.map(([processId, name]) => (
            <Link
              key={processId}
              className="inline-link inline-flex min-h-6 items-center"
              href={`/processes/${processId}`}
            >
              {name}
            </Link>
          ))}
        </span>
      </Td>
      <Td>{file.name}</Td>
      <Td className="whitespace-nowrap">
        <RelativeTime value={file.storedAt} />
      </Td>
    </Tr>
  );
}
