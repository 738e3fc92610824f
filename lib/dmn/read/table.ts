import { textOnly, type XmlNode } from '@/lib/bpmn/xml/tree';
import { DMN_LIMITS } from '../limits';
import type { Aggregation, BoxedTable, HitPolicy, TableInput, TableOutput, TableRule } from '../model';
import { DmnRefused } from '../refusal';
import { typeRefOf } from './items';
import { attribute, childNamed, childrenNamed, given, textOf, tidy } from './xml';

const HIT_POLICIES: readonly string[] = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
];
const AGGREGATIONS: readonly string[] = ['SUM', 'COUNT', 'MIN', 'MAX'];

/** Reads a `decisionTable`. @throws DmnRefused */
export function readTable(node: XmlNode, owner: string): BoxedTable {
  const hitPolicy = attribute(node, 'hitPolicy') ?? 'UNIQUE';
  if (!HIT_POLICIES.includes(hitPolicy))
    throw new DmnRefused(
      `The table of “${owner}” has the hit policy “${hitPolicy}”, which DMN does not know.`,
    );
  const aggregation = attribute(node, 'aggregation');
  if (aggregation !== undefined && !AGGREGATIONS.includes(aggregation))
    throw new DmnRefused(`The table of “${owner}” collects by “${aggregation}”, which DMN does not know.`);
  const table: BoxedTable = {
    kind: 'table',
    hitPolicy: hitPolicy as HitPolicy,
    inputs: childrenNamed(node, 'input').map(readInput),
    outputs: childrenNamed(node, 'output').map(readOutput),
    annotations: childrenNamed(node, 'annotation').map((each) => attribute(each, 'name') ?? ''),
    rules: childrenNamed(node, 'rule').map(readRule),
    ...given({
      id: attribute(node, 'id'),
      typeRef: typeRefOf(node),
      aggregation: aggregation as Aggregation | undefined,
    }),
  };
  checkShape(table, owner);
  return table;
}

function readInput(node: XmlNode): TableInput {
  const expression = childNamed(node, 'inputExpression');
  return {
    text: textOf(expression) ?? '',
    ...given({
      label: attribute(node, 'label'),
      typeRef: typeRefOf(expression),
      values: textOf(childNamed(node, 'inputValues')),
    }),
  };
}

function readOutput(node: XmlNode): TableOutput {
  const name = attribute(node, 'name');
  return given({
    name: name === undefined ? undefined : tidy(name),
    label: attribute(node, 'label'),
    typeRef: typeRefOf(node),
    values: textOf(childNamed(node, 'outputValues')),
    defaultEntry: textOf(childNamed(node, 'defaultOutputEntry')),
  });
}

function readRule(node: XmlNode): TableRule {
  return {
    tests: childrenNamed(node, 'inputEntry').map((entry) => textOf(entry) ?? ''),
    outputs: childrenNamed(node, 'outputEntry').map((entry) => textOf(entry) ?? ''),
    annotations: childrenNamed(node, 'annotationEntry').map((entry) => textOf(entry) ?? ''),
    ...given({ id: attribute(node, 'id'), description: described(node) }),
  };
}

function described(node: XmlNode): string | undefined {
  const description = childNamed(node, 'description');
  return (description && textOnly(description)?.trim()) || undefined;
}

function checkShape({ inputs, outputs, rules }: BoxedTable, owner: string): void {
  if (outputs.length === 0) throw new DmnRefused(`The table of “${owner}” has no output column.`);
  const cells = rules.length * (inputs.length + outputs.length);
  if (cells > DMN_LIMITS.cells)
    throw new DmnRefused(
      `The table of “${owner}” has more than ${DMN_LIMITS.cells.toLocaleString('en')} cells.`,
    );
  for (const [index, rule] of rules.entries()) {
    if (rule.tests.length === inputs.length && rule.outputs.length === outputs.length) continue;
    throw new DmnRefused(
      `Rule ${index + 1} of the table of “${owner}” has ${rule.tests.length} conditions and ${rule.outputs.length} ` +
        `results; the table has ${inputs.length} input and ${outputs.length} output columns.`,
    );
  }
}
