import 'server-only';
import { z } from 'zod';
import type { RecordedTransition } from '@/engine/host/ports';
import { db } from '@/lib/db/client';
import type { DiagramNode, DiagramView } from '@/lib/document';
import { diagramView, planeChoices } from '@/lib/document';
import { activitiesOf } from '@/lib/instances/activities';
import { wholeHistory } from '@/lib/instances/history';
import { id } from '@/lib/processes/schemas';
import { asDocument } from '@/lib/processes/store-model';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTask } from './access';

type State = NonNullable<DiagramNode['state']>;

const STATE: Record<ReturnType<typeof activitiesOf>[number]['state'], State> = {
  active: 'active',
  waiting: 'waiting',
  incident: 'incident',
  completed: 'completed',
  terminated: 'cancelled',
  compensated: 'compensated',
};

/** Colours a drawing with what has happened so far: states of elements, flows taken. */
export function withStates(
  view: DiagramView,
  history: readonly RecordedTransition[],
  here: string,
): DiagramView {
  const states = new Map<string, State>();
  for (const one of activitiesOf(history)) states.set(one.elementId, STATE[one.state]);
  const taken = new Set(
    history.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'flow.taken' ? [event.data.flowId] : [])),
    ),
  );
  return {
    ...view,
    nodes: view.nodes.map((node) => {
      const state = states.get(node.id) ?? 'notReached';
      const person = node.id === here && state === 'waiting';
      return { ...node, state, ...(person ? { waitReason: 'person' as const } : {}) };
    }),
    edges: view.edges.map((edge) =>
      edge.kind === 'sequence' ? { ...edge, taken: taken.has(edge.id) } : edge,
    ),
  };
}

/** The drawing of the process a task stands in, with the states of its instance; for whoever may see the task. */
export const taskDiagram = defineUseCase(
  {
    name: 'tasks.diagram',
    schema: z.strictObject({ taskId: id }),
    policy: { permission: 'tasks.see' },
    mutates: false,
  },
  async (context, { taskId }): Promise<{ elementId: string; view: DiagramView }> => {
    const task = await visibleTask(context, taskId);
    const [version, history] = await Promise.all([
      db().processVersion.findUniqueOrThrow({ where: { id: task.versionId }, select: { document: true } }),
      wholeHistory(task.instanceId),
    ]);
    const document = asDocument(version.document);
    const views = planeChoices(document).map((plane) => diagramView(document, { plane: plane.id }));
    const view =
      views.find(({ nodes }) => nodes.some((node) => node.id === task.elementId)) ?? diagramView(document);
    return { elementId: task.elementId, view: withStates(view, history, task.elementId) };
  },
);
