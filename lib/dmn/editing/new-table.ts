import { escapeAttribute } from './markup';

/** An id from a name: what processes call the decision by. Empty when the name has no letter or digit. */
export const idFromName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(?=\d)/, 'd-');

/**
 * A DMN 1.5 file with one decision and a table to begin with: one condition, one result, one rule that lets
 * everything pass.
 * @param id of the decision; the file has an id made of it
 */
export function newTableFile(name: string, id: string): string {
  const label = escapeAttribute(name);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="${id}-file" name="${label}" namespace="urn:countersign:decisions:${id}">
  <decision id="${id}" name="${label}">
    <variable name="${label}"/>
    <decisionTable id="${id}-table" hitPolicy="UNIQUE">
      <input id="input_1" label="Amount">
        <inputExpression typeRef="number"><text>amount</text></inputExpression>
      </input>
      <output id="output_1" name="result" label="Result" typeRef="string"/>
      <rule id="rule_1">
        <inputEntry><text>-</text></inputEntry>
        <outputEntry><text>""</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>
`;
}
