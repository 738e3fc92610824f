import type { Key, ReactNode } from 'react';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';

/** What is said of each thing in one column. */
export interface Column<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** What the thing is called; one column. */
  strong?: boolean;
  mono?: boolean;
  numeric?: boolean;
  className?: string;
}

interface SettingsTableProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => Key;
  columns: readonly Column<Row>[];
  /** What can be done with a thing, at the end of its row; absent for who only reads. */
  actions?: ((row: Row) => ReactNode) | undefined;
}

/** Things of the settings as a table: a row each, and what may be done with it at the end. */
export function SettingsTable<Row>({ label, rows, keyOf, columns, actions }: SettingsTableProps<Row>) {
  return (
    <DataTable label={label} className="rounded-md border border-line">
      <TableHead>
        {columns.map(({ head, numeric }) => (
          <Th key={head} numeric={numeric}>
            {head}
          </Th>
        ))}
        {actions && <Th aria-label="Actions" />}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={keyOf(row)}>
            {columns.map(({ head, cell, ...look }) => (
              <Td key={head} {...look}>
                {cell(row)}
              </Td>
            ))}
            {actions && (
              <Td numeric>
                <span className="inline-flex justify-end gap-1.5">{actions(row)}</span>
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </DataTable>
  );
}
