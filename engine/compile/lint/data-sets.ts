import type { DocElement, ProcessDocument } from '../document';
import { children, get, titleOf } from '../read';
import { type Report, rule } from './rule';

interface Side {
  data: string;
  sets: string;
  refs: string;
  unlisted: string;
  extra: readonly [property: string, constraint: string][];
}

const SIDES: Side[] = [
  {
    data: 'dataInputs',
    sets: 'inputSets',
    refs: 'dataInputRefs',
    unlisted: 'EXT.084',
    extra: [
      ['optionalInputRefs', 'EXT.085'],
      ['whileExecutingInputRefs', 'EXT.086'],
    ],
  },
  {
    data: 'dataOutputs',
    sets: 'outputSets',
    refs: 'dataOutputRefs',
    unlisted: 'EXT.088',
    extra: [
      ['optionalOutputRefs', 'EXT.089'],
      ['whileExecutingOutputRefs', 'EXT.090'],
    ],
  },
];

/** How many sets and data of a side steps that talk to a service may have (BPMN 2.0.2, tables 10.9, 10.10, 10.11). */
const COUNTS: Record<string, [by: string, what: string, min: number, max: number, constraint: string][]> = {
  'bpmn:ServiceTask': [
    ['operationRef', 'inputSets', 1, 1, 'EXT.042'],
    ['operationRef', 'outputSets', 0, 1, 'EXT.043'],
  ],
  'bpmn:SendTask': [
    ['messageRef', 'inputSets', 0, 1, 'EXT.046'],
    ['messageRef', 'dataInputs', 0, 1, 'EXT.047'],
  ],
  'bpmn:ReceiveTask': [
    ['messageRef', 'outputSets', 0, 1, 'EXT.050'],
    ['messageRef', 'dataOutputs', 0, 1, 'EXT.051'],
  ],
};

/** Data that a step declares and no set uses, or the other way round; we read the data and not the sets. */
export const dataSets = rule('data-sets', ({ document, model }, report) => {
  for (const { element, process } of model.nodes.values()) {
    if (!model.executable.has(process)) continue;
    const specification = children(document, element, 'ioSpecification')[0];
    if (specification && element.type === 'bpmn:SubProcess')
      report(
        'info',
        element,
        `“${titleOf(element)}” declares data of its own, which only tasks do. Other tools may refuse it.`,
        {
          constraints: ['EXT.079'],
        },
      );
    if (specification)
      for (const side of SIDES) checkSide(document, { element, specification, side }, report);
    checkCounts(document, element, specification, report);
  }
});

interface Checked {
  element: DocElement;
  specification: DocElement;
  side: Side;
}

function checkSide(
  document: ProcessDocument,
  { element, specification, side }: Checked,
  report: Report,
): void {
  const sets = children(document, specification, side.sets);
  const listed = new Set(sets.flatMap((set) => all(set, side.refs)));
  for (const data of children(document, specification, side.data))
    if (!listed.has(data.id))
      report(
        'info',
        element,
        `“${titleOf(data)}” is declared here, but no set lists it. Other tools may miss it.`,
        {
          constraints: [side.unlisted],
        },
      );
  for (const set of sets)
    for (const [property, constraint] of side.extra)
      for (const id of all(set, property).filter((one) => !all(set, side.refs).includes(one))) {
        const data = get(document, id);
        report(
          'info',
          element,
          `“${data ? titleOf(data) : id}” is called optional or late, but its set doesn't list it.`,
          {
            constraints: [constraint],
          },
        );
      }
}

function checkCounts(
  document: ProcessDocument,
  element: DocElement,
  specification: DocElement | undefined,
  report: Report,
): void {
  for (const [by, what, min, max, constraint] of COUNTS[element.type] ?? []) {
    const count = specification ? children(document, specification, what).length : 0;
    if (!element.refs[by] || (!specification && min === 0) || (count >= min && count <= max)) continue;
    const wanted = min === max ? `exactly ${min}` : `at most ${max}`;
    report(
      'info',
      element,
      `“${titleOf(element)}” has ${count} ${what}, where the standard wants ${wanted}.`,
      {
        constraints: [constraint],
      },
    );
  }
}

const all = (element: DocElement, property: string): string[] => [element.refs[property] ?? []].flat();
