import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RowButton } from './row-button';
import { type Column, SettingsTable } from './settings-table';

interface Thing {
  id: string;
  size: number;
}
const COLUMNS: readonly Column<Thing>[] = [
  { head: 'Name', strong: true, cell: ({ id }) => id },
  { head: 'Size', numeric: true, cell: ({ size }) => size },
];
const drawn = (actions?: (thing: Thing) => React.ReactNode) =>
  renderToStaticMarkup(
    <SettingsTable
      label="Things"
      rows={[
        { id: 'one', size: 1 },
        { id: 'two', size: 2 },
      ]}
      keyOf={({ id }) => id}
      columns={COLUMNS}
      actions={actions}
    />,
  );

it('has a row for each thing, and no column of actions for who only reads', () => {
  const html = drawn();
  expect(html).toContain('aria-label="Things"');
  expect(html.match(/<th /g)).toHaveLength(2);
  expect(html.match(/<td /g)).toHaveLength(4);
  expect(html).not.toContain('Actions');
});

it('ends each row with what can be done with it, named with the thing', () => {
  const html = drawn(({ id }) => <RowButton verb="Change" about={id} />);
  expect(html).toContain('<th scope="col" aria-label="Actions"');
  expect(html).toContain('aria-label="Change one"');
  expect(html).toContain('aria-label="Change two"');
  expect(html.match(/>Change</g)).toHaveLength(2);
});
