import { describe, expect, it } from 'vitest';
import { corporaMissing } from '@/lib/bpmn/corpora';
import { readDmn } from '..';
import type { BoxedTable, DmnModel } from '../model';
import { tckDirectories, tckModels } from '../testing/tck';
import {
  addRule,
  draftOf,
  moveColumn,
  moveRule,
  removeRule,
  setCell,
  type TableDraft,
  tableIn,
  tableOf,
  writeTable,
} from '.';

interface Found {
  name: string;
  source: string;
  model: DmnModel;
  decision: string;
  table: BoxedTable;
}

/** Every decision table of the kit. */
function tables(): Found[] {
  return tckDirectories().flatMap((directory) =>
    [...tckModels(directory)].flatMap(([file, source]) => {
      const reading = readDmn(source);
      if (!reading.ok) return [];
      const { model } = reading;
      return model.nodes.flatMap(({ id }) => {
        const table = tableIn(model, id);
        return table ? [{ name: `${directory}/${file} ${id}`, source, model, decision: id, table }] : [];
      });
    }),
  );
}

const without = (table: BoxedTable) => ({ ...table, rules: table.rules.map(({ id: _id, ...rule }) => rule) });
const plain = (draft: TableDraft) => without(tableOf(draft));
const padded = (table: BoxedTable) => plain(draftOf(table));

function reread({ source, decision, table }: Found, draft: TableDraft): BoxedTable {
  const reading = readDmn(writeTable(source, decision, table, draft));
  if (!reading.ok) throw new Error(reading.message);
  const written = tableIn(reading.model, decision);
  if (!written) throw new Error('The table is gone.');
  return written;
}

describe.skipIf(corporaMissing)(
  `tables of the DMN technology compatibility kit ${corporaMissing ?? ''}`,
  () => {
    const all = tables();

    it('finds them', () => {
      expect(all.length).toBeGreaterThanOrEqual(24);
      console.log(`${all.length} decision tables`);
    });

    it('stay the same file, to the character, when nothing was edited', () => {
      const changed = all.filter((each) => {
        const { source, decision, table } = each;
        return writeTable(source, decision, table, draftOf(table)) !== source;
      });
      expect(changed.map(({ name }) => name)).toEqual([]);
    });

    it('stay the same file when an edit was taken back', () => {
      const changed = all.filter(({ source, decision, table }) => {
        const draft = draftOf(table);
        const added = addRule(draft, 0);
        const key = added.rules[0]?.key ?? '';
        const back = removeRule(setCell(added, key, draft.outputs[0]?.key ?? '', '1'), key);
        return writeTable(source, decision, table, back) !== source;
      });
      expect(changed.map(({ name }) => name)).toEqual([]);
    });

    it('are read again as they were edited', () => {
      for (const each of all) {
        const draft = draftOf(each.table);
        const [input] = draft.inputs;
        const edits: TableDraft[] = [
          addRule(draft, draft.rules.length, draft.rules[0]?.key),
          addRule(draft, 0),
          draft.rules[0] ? moveRule(draft, draft.rules[0].key, 99) : draft,
          input ? moveColumn(draft, input.key, 99) : draft,
          draft.rules[0] ? setCell(draft, draft.rules[0].key, draft.outputs[0]?.key ?? '', '"<&>"') : draft,
        ];
        for (const edited of edits) expect(padded(reread(each, edited)), each.name).toEqual(plain(edited));
      }
    });

    it('leave the rest of the file alone', () => {
      for (const each of all) {
        const { source, decision, table } = each;
        const edited = addRule(draftOf(table), 0);
        const written = writeTable(source, decision, table, edited);
        const from = source.indexOf('decisionTable');
        expect(written.slice(0, from)).toBe(source.slice(0, from));
        const end = source.slice(source.lastIndexOf('decisionTable>'));
        expect(written.endsWith(end), each.name).toBe(true);
      }
    });
  },
);
