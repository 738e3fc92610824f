import { describe, expect, it } from 'vitest';
import { readDmn } from '..';
import type { TableDraft } from '.';
import {
  addColumn,
  addRule,
  changeInput,
  changeOutput,
  draftOf,
  moveColumn,
  moveRule,
  removeColumn,
  removeRule,
  renameAnnotation,
  setCell,
  setHitPolicy,
  tableIn,
  writeTable,
} from '.';

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- by hand -->
<dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:x="urn:x" id="f" name="F" namespace="urn:f">
  <dmn:decision id="d" name="D">
    <dmn:decisionTable id="t" x:kept='1'>
      <dmn:input id="in1" label="Weight"><dmn:inputExpression id="e1" typeRef="number"><dmn:text>weight</dmn:text></dmn:inputExpression></dmn:input>
      <dmn:input id="in2"><dmn:inputExpression typeRef="string"><dmn:text><![CDATA[zone]]></dmn:text></dmn:inputExpression></dmn:input>
      <dmn:output id="out1" name="price" typeRef="number"/>
      <dmn:annotation name="Why"/>
      <!-- small -->
      <dmn:rule id="r1">
        <dmn:inputEntry id="c1" x:width="90"><dmn:text>&lt; 2</dmn:text></dmn:inputEntry>
        <dmn:inputEntry><dmn:text>"a"</dmn:text></dmn:inputEntry>
        <dmn:outputEntry><dmn:text>1</dmn:text></dmn:outputEntry>
        <dmn:annotationEntry><dmn:text>Small</dmn:text></dmn:annotationEntry>
      </dmn:rule>
      <dmn:rule id="r2">
        <dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>
        <dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>
        <dmn:outputEntry><dmn:text>2</dmn:text></dmn:outputEntry>
      </dmn:rule>
    </dmn:decisionTable>
  </dmn:decision>
</dmn:definitions>
`;

function open(source: string) {
  const reading = readDmn(source);
  const table = reading.ok ? tableIn(reading.model, 'd') : undefined;
  if (!table) throw new Error(reading.ok ? 'no table' : reading.message);
  return table;
}

const table = open(FILE);
const edited = (edit: (draft: TableDraft) => TableDraft, source = FILE): string =>
  writeTable(source, 'd', open(source), edit(draftOf(open(source))));

/** The lines that differ, the old ones with −, the new ones with +. */
function changed(after: string, before = FILE): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line.trim()}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line.trim()}`),
  ];
}

describe('writing a table into its file', () => {
  it('changes the text of a cell and nothing else of it', () => {
    expect(changed(edited((draft) => setCell(draft, 'r0', 'i0', '<= 3 & more')))).toEqual([
      '- <dmn:inputEntry id="c1" x:width="90"><dmn:text>&lt; 2</dmn:text></dmn:inputEntry>',
      '+ <dmn:inputEntry id="c1" x:width="90"><dmn:text>&lt;= 3 &amp; more</dmn:text></dmn:inputEntry>',
    ]);
  });

  it('moves rules with the comments before them', () => {
    const after = edited((draft) => moveRule(draft, 'r0', 1));
    expect(after.indexOf('id="r2"')).toBeLessThan(after.indexOf('<!-- small -->'));
    expect(after.indexOf('<!-- small -->')).toBeLessThan(after.indexOf('id="r1"'));
    expect(changed(after)).toEqual([]);
  });

  it('moves columns with the cells of every rule', () => {
    const after = open(edited((draft) => moveColumn(draft, 'i1', 0)));
    expect(after.inputs.map(({ text }) => text)).toEqual(['zone', 'weight']);
    expect(after.rules.map(({ tests }) => tests)).toEqual([
      ['"a"', '< 2'],
      ['-', '-'],
    ]);
  });

  it('adds a rule set like its neighbours, under an id of its own', () => {
    const after = edited((draft) => addRule(draft, 1, 'r0'));
    expect(after).toContain(`      </dmn:rule>
      <dmn:rule id="rule_3">
        <dmn:inputEntry><dmn:text>&lt; 2</dmn:text></dmn:inputEntry>`);
    expect(open(after).rules.map(({ outputs }) => outputs[0])).toEqual(['1', '1', '2']);
  });

  it('takes rules and columns out', () => {
    const after = open(edited((draft) => removeColumn(removeRule(draft, 'r0'), 'i0')));
    expect(after.inputs.map(({ text }) => text)).toEqual(['zone']);
    expect(after.rules.map(({ tests }) => tests)).toEqual([['-']]);
    expect(removeColumn(draftOf(table), 'o0')).toEqual(draftOf(table));
  });

  it('adds columns of each kind', () => {
    const after = open(
      edited((draft) => {
        const wider = addColumn(addColumn(addColumn(draft, 'inputs', 2), 'outputs', 1), 'annotations', 1);
        const named = changeOutput(changeInput(wider, 'n0', { text: 'vip', typeRef: 'boolean' }), 'n1', {
          name: 'days',
          typeRef: 'number',
        });
        const said = renameAnnotation(named, 'n2', 'Who');
        return setCell(setCell(setCell(said, 'r1', 'n0', 'true'), 'r1', 'n1', '3'), 'r1', 'n2', 'Mia');
      }),
    );
    expect(after.inputs[2]).toEqual({ text: 'vip', typeRef: 'boolean' });
    expect(after.outputs[1]).toEqual({ name: 'days', typeRef: 'number' });
    expect(after.annotations).toEqual(['Why', 'Who']);
    expect(after.rules[1]).toMatchObject({
      tests: ['-', '-', 'true'],
      outputs: ['2', '3'],
      annotations: ['', 'Mia'],
    });
    expect(after.rules[0]).toMatchObject({ tests: ['< 2', '"a"', '-'], outputs: ['1', ''] });
  });

  it('changes a column where it is', () => {
    const after = edited((draft) =>
      changeInput(changeOutput(draft, 'o0', { defaultEntry: '0', values: '1,2', label: 'In "EUR"' }), 'i0', {
        text: 'weight * 2',
        typeRef: 'Any',
        label: undefined,
      }),
    );
    expect(changed(after)).toEqual([
      '- <dmn:input id="in1" label="Weight"><dmn:inputExpression id="e1" typeRef="number"><dmn:text>weight</dmn:text></dmn:inputExpression></dmn:input>',
      '- <dmn:output id="out1" name="price" typeRef="number"/>',
      '+ <dmn:input id="in1"><dmn:inputExpression id="e1" typeRef="Any"><dmn:text>weight * 2</dmn:text></dmn:inputExpression></dmn:input>',
      '+ <dmn:output id="out1" name="price" typeRef="number" label="In &quot;EUR&quot;"><dmn:outputValues><dmn:text>1,2</dmn:text></dmn:outputValues><dmn:defaultOutputEntry><dmn:text>0</dmn:text></dmn:defaultOutputEntry></dmn:output>',
    ]);
  });

  it('sets the hit policy, and an aggregation only with Collect', () => {
    const sum = edited((draft) => setHitPolicy(draft, 'COLLECT', 'SUM'));
    expect(sum).toContain(`<dmn:decisionTable id="t" x:kept='1' hitPolicy="COLLECT" aggregation="SUM">`);
    const first = edited((draft) => setHitPolicy(draft, 'FIRST', 'SUM'), sum);
    expect(first).toContain(`<dmn:decisionTable id="t" x:kept='1' hitPolicy="FIRST">`);
  });

  it('keeps the lines of a file from Windows, and the prose and prefixes of DMN 1.1', () => {
    const old = FILE.replace(
      'https://www.omg.org/spec/DMN/20191111/MODEL/',
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    )
      .replaceAll('typeRef="', 'typeRef="feel:')
      .replace('<dmn:rule id="r2">', '<dmn:rule id="r2"><dmn:description>All others</dmn:description>')
      .replaceAll('\n', '\r\n');
    const after = edited((draft) => {
      const told = setCell(setCell(draft, 'r0', 'description', 'Small <ones>'), 'r1', 'o0', '5');
      return changeOutput(told, 'o0', { typeRef: 'string' });
    }, old);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after).toContain('name="price" typeRef="feel:string"');
    expect(open(after).rules.map(({ description }) => description)).toEqual(['Small <ones>', 'All others']);
  });
});
