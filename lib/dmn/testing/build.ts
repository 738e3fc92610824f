/** For tests: DMN 1.5 files from short descriptions. */

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );
const texted = (name: string, text: string | undefined, attributes = '') =>
  text === undefined ? '' : `<${name}${attributes}><text>${escaped(text)}</text></${name}>`;

/** A model of these elements. */
export const model = (...elements: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:test" name="test" id="test">
${elements.join('\n')}
</definitions>`;

export const input = (name: string, typeRef = 'Any'): string =>
  `<inputData id="${name.replaceAll(' ', '_')}" name="${name}"><variable name="${name}" typeRef="${typeRef}"/></inputData>`;

export interface DecisionParts {
  readonly requires?: readonly string[];
  readonly inputs?: readonly string[];
  readonly knowledge?: readonly string[];
  readonly typeRef?: string;
}

/** A decision of the id `id` and the same name. */
export function decision(id: string, logic: string, parts: DecisionParts = {}): string {
  const { requires = [], inputs = [], knowledge = [], typeRef = 'Any' } = parts;
  return `<decision id="${id}" name="${id}"><variable name="${id}" typeRef="${typeRef}"/>
${inputs.map((href) => `<informationRequirement><requiredInput href="#${href}"/></informationRequirement>`).join('')}
${requires.map((href) => `<informationRequirement><requiredDecision href="#${href}"/></informationRequirement>`).join('')}
${knowledge.map((href) => `<knowledgeRequirement><requiredKnowledge href="#${href}"/></knowledgeRequirement>`).join('')}
${logic}</decision>`;
}

export const literal = (text: string): string => texted('literalExpression', text);

export interface TableParts {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** Expression, or expression and allowed values. */
  readonly inputs: readonly (string | readonly [text: string, values: string])[];
  /** Name, allowed values and default of each column. */
  readonly outputs: readonly { name?: string; values?: string; fallback?: string; typeRef?: string }[];
  /** Tests, then results, of each rule. */
  readonly rules: readonly (readonly string[])[];
}

export function table({ hitPolicy = 'UNIQUE', aggregation, inputs, outputs, rules }: TableParts): string {
  const columns = inputs.map((column) => {
    const [text, values] = typeof column === 'string' ? [column, undefined] : column;
    return `<input>${texted('inputExpression', text)}${texted('inputValues', values)}</input>`;
  });
  const results = outputs.map(({ name, values, fallback, typeRef }) => {
    const attributes = `${name ? ` name="${name}"` : ''}${typeRef ? ` typeRef="${typeRef}"` : ''}`;
    return `<output${attributes}>${texted('outputValues', values)}${texted('defaultOutputEntry', fallback)}</output>`;
  });
  const rows = rules.map((cells, index) => {
    const tests = cells.slice(0, inputs.length).map((text) => texted('inputEntry', text));
    const values = cells.slice(inputs.length).map((text) => texted('outputEntry', text));
    return `<rule id="r${index + 1}">${tests.join('')}${values.join('')}</rule>`;
  });
  const how = `hitPolicy="${hitPolicy}"${aggregation ? ` aggregation="${aggregation}"` : ''}`;
  return `<decisionTable id="table" ${how}>${columns.join('')}${results.join('')}${rows.join('')}</decisionTable>`;
}
