import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyContext } from '@/engine/compile/feel/standard/index.mjs';
import { CORPORA_DIR, corporaMissing } from '@/lib/bpmn/corpora';
import { decodeXml } from '@/lib/bpmn/xml/decode';
import { readXml } from '@/lib/bpmn/xml/read';
import { elementsIn, textOnly, type XmlNode } from '@/lib/bpmn/xml/tree';
import { valueIn } from './tck-values';

/** For tests only: the cases of the DMN technology compatibility kit below `CORPORA_DIR`. */
export interface TckCase {
  /** `compliance-level-3/0068-feel-equality` */
  directory: string;
  model: string;
  /** Unique below its directory. */
  name: string;
  inputs: Record<string, unknown>;
  /** The decision service that is called; otherwise the decision of `result` is asked. */
  service?: string;
  result: string;
  expected: unknown;
}

const ROOT = join(CORPORA_DIR, 'core', '04-dmn-tck');

/** The directories of both levels, sorted. */
export function tckDirectories(): string[] {
  if (corporaMissing) return [];
  return ['compliance-level-2', 'compliance-level-3'].flatMap((level) =>
    readdirSync(join(ROOT, level))
      .sort()
      .map((name) => `${level}/${name}`),
  );
}

/** The models of a directory, the tested one and those it imports. */
export const tckModels = (directory: string): Map<string, string> =>
  new Map(
    readdirSync(join(ROOT, directory))
      .filter((file) => file.endsWith('.dmn'))
      .map((file) => [file, decodeXml(readFileSync(join(ROOT, directory, file)))]),
  );

/** The cases of a directory, one for each expected result. */
export function tckCases(directory: string): TckCase[] {
  return readdirSync(join(ROOT, directory))
    .filter((file) => /-test-\d+\.xml$/.test(file))
    .sort()
    .flatMap((file) => casesIn(directory, decodeXml(readFileSync(join(ROOT, directory, file)))));
}

function casesIn(directory: string, source: string): TckCase[] {
  const { root } = readXml(source);
  const model = textOnly(childrenNamed(root, 'modelName')[0] ?? root)?.trim() ?? '';
  return childrenNamed(root, 'testCase').flatMap((node) => {
    const inputs = emptyContext();
    for (const input of childrenNamed(node, 'inputNode')) inputs[attribute(input, 'name')] = valueIn(input);
    const service =
      attribute(node, 'type') === 'decisionService' ? attribute(node, 'invocableName') : undefined;
    const results = childrenNamed(node, 'resultNode');
    return results.map((result) => ({
      directory,
      model,
      name: `${attribute(node, 'id')}${results.length > 1 ? ` ${attribute(result, 'name')}` : ''}`,
      inputs,
      ...(service !== undefined && { service }),
      result: attribute(result, 'name'),
      // a case that must fail expects nothing, whatever it says beside it
      expected:
        attribute(result, 'errorResult') === 'true'
          ? null
          : valueIn(childrenNamed(result, 'expected')[0] ?? result),
    }));
  });
}

const childrenNamed = (node: XmlNode, local: string) =>
  elementsIn(node).filter(({ name }) => name.local === local);

const attribute = (node: XmlNode, local: string) =>
  node.attributes.find((candidate) => candidate.uri === '' && candidate.local === local)?.value ?? '';
