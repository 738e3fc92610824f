import { beforeAll, describe, expect, it } from 'vitest';
import { verdict } from '@/engine/compile/soundness/verdict';
import type { Expression } from '@/engine/core/model';
import { layoutDocument } from '@/lib/bpmn/layout';
import { sharedLength } from '@/lib/bpmn/layout/route';
import { coveredLabels } from '@/lib/bpmn/layout/testing';
import { boundsOf, elementsOfType, type ProcessDocument, waypointsOf } from '@/lib/document';
import { arrange, isRefused } from '@/lib/editing';
import type { StartEventConfig } from '@/lib/elements/start-event/config';
import { validateSubmission } from '@/lib/forms';
import { checkDocument } from '@/lib/processes/check';
import { readTemplate, type Template, templateIds } from './read';
import { summaryOf } from './summary';
import { executableOf, runScenario } from './testing/run-scenario';
import { scenariosOf } from './testing/scenario-file';

const NAMED = [
  ...['complaint-triage', 'customer-onboarding', 'document-classification', 'employee-onboarding'],
  ...['insurance-claim', 'invoice-processing', 'kyc-check', 'loan-origination'],
  ...['order-fraud', 'predictive-maintenance'],
];

/** Flows that lie on another for a piece when a template is arranged anew: an element stands where they could turn. */
const SHARING: Record<string, readonly string[]> = {
  'customer-onboarding': ['Flow_11'],
  'document-classification': ['Flow_9', 'Flow_11'],
};

it('there are the ten that are promised', async () => {
  expect(await templateIds()).toEqual(NAMED);
});

describe.each(NAMED)('template %s', (id) => {
  let template: Template;
  beforeAll(async () => {
    process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '0';
    template = (await readTemplate(id))!;
  });

  it('has nothing to repair or to remark, and is proven sound', () => {
    expect(checkDocument(template.document)).toEqual([]);
    const outcome = verdict(template.document);
    expect(outcome).toMatchObject({ decided: true, verdict: { safe: true, sound: true } });
  });

  it('explains every step, asks AI and people', () => {
    const silent = Object.values(template.document.elements).filter(
      ({ type, values }) => /Task$|:Process$|:SubProcess$/.test(type) && !values.documentation,
    );
    expect(silent.map(({ id: element }) => element)).toEqual([]);
    expect(summaryOf(template)).toMatchObject({ usesAi: true, needsApproval: true });
  });

  it('starts with its own variables and evaluates everything inside transitions', () => {
    const { nodes, startNodes } = executableOf(template);
    const { form } = nodes[startNodes[0]!]!.config as StartEventConfig;
    const values = template.file.variables;
    expect(validateSubmission(form!, values)).toEqual({ ok: true, values });
    expect([...expressionsIn(nodes)].filter(({ mode }) => mode === 'unbounded')).toEqual([]);
  });

  it('draws every node and flow', () => {
    const { nodes, flows } = executableOf(template);
    for (const node of Object.keys(nodes)) expect(boundsOf(template.document, node), node).toBeDefined();
    for (const flow of Object.keys(flows))
      expect(waypointsOf(template.document, flow).length, flow).toBeGreaterThan(1);
  });

  it('draws no line with a step of a few pixels', () => {
    const { flows } = executableOf(template);
    const stepped = Object.keys(flows).filter((flow) => {
      const points = waypointsOf(template.document, flow);
      // The first and the last piece may be short: they are what is between a shape and a bend.
      return points.some((b, i) => {
        const a = points[i - 1];
        return a && i > 1 && i < points.length - 1 && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 15;
      });
    });
    expect(stepped).toEqual([]);
  });

  it('draws no flow on another, and the names of flows clear of everything', () => {
    expect(sharing(template.document)).toEqual([]);
    expect(coveredLabels(template.document)).toEqual([]);
  });

  it('looks as tidy when it is arranged anew', async () => {
    const arranged = await arrange(template.document, layoutDocument);
    if (isRefused(arranged)) throw new Error(arranged.refused);
    expect(sharing(arranged.document)).toEqual(SHARING[id] ?? []);
    expect(coveredLabels(arranged.document)).toEqual([]);
  });

  it.each(scenariosOf(id))('$name', async (scenario) => {
    const { current, events } = await runScenario(template, scenario);
    const visited = events.flatMap(({ type, elementId }) =>
      type === 'element.completed' && elementId ? [elementId] : [],
    );
    expect({ status: current.status, incidents: current.incidents }).toEqual({
      status: 'completed',
      incidents: {},
    });
    const ends = endsOf(template.document);
    expect(new Set(visited.filter((one) => ends.includes(one)))).toEqual(new Set(scenario.ends));
    expect(visited.filter((one) => scenario.notVisited?.includes(one))).toEqual([]);
    expect(current.variables).toMatchObject(scenario.result ?? {});
  });

  it('has a scenario for every end', () => {
    const reached = new Set(scenariosOf(id).flatMap(({ ends }) => ends));
    expect(endsOf(template.document).filter((end) => !reached.has(end))).toEqual([]);
  });
});

/** Flows that lie on one that comes after them. */
function sharing(document: ProcessDocument): string[] {
  const flows = elementsOfType(document, 'bpmn:SequenceFlow').map(({ id }) => id);
  const lines = flows.map((flow) => waypointsOf(document, flow));
  return flows.filter((_, i) => sharedLength(lines[i] ?? [], lines.slice(i + 1)) > 0);
}

const endsOf = ({ elements }: ProcessDocument): string[] =>
  Object.values(elements).flatMap(({ id, type }) => (type === 'bpmn:EndEvent' ? [id] : []));

function* expressionsIn(value: unknown): Generator<Expression> {
  if (typeof value !== 'object' || value === null) return;
  if ('mode' in value && 'source' in value) yield value as Expression;
  else for (const member of Object.values(value)) yield* expressionsIn(member);
}
