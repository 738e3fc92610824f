import { neighbourhood } from '@/components/bpmn/neighbourhood';
import { api } from '@/lib/http/route';
import { taskDiagram } from '@/lib/tasks/diagram';

/** Sequence flows to either side of the task. */
const HOPS = 3;

export const GET = api({ route: '/tasks/{id}/diagram' }, async ({ context, params }) => {
  const { elementId, view } = await taskDiagram(context, params);
  return { body: { elementId, view: neighbourhood(view, elementId, HOPS) } };
});
