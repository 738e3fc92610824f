import { StaticDiagram } from '@/components/bpmn/static-diagram';
import type { DiagramView } from '@/components/bpmn/types';
import type { TaskDetail } from '@/lib/tasks/types';
import type { Here } from './use-task';

/** What fits a card and can still be read, in diagram pixels. */
const WINDOW = { width: 430, height: 370 };

/** A window around one element, kept inside the drawing where the drawing is larger. */
function windowOn({ view, elementId }: Here): DiagramView {
  const node = view.nodes.find(({ id }) => id === elementId);
  if (!node) return view;
  const along = (from: number, size: number, room: number, start: number, whole: number) =>
    whole <= room
      ? { at: start, size: whole }
      : { at: Math.min(Math.max(from + size / 2 - room / 2, start), start + whole - room), size: room };
  const { bounds } = view;
  const x = along(node.x - 40, node.spec.width, WINDOW.width, bounds.x, bounds.width);
  const y = along(node.y, node.spec.height, WINDOW.height, bounds.y, bounds.height);
  return { ...view, bounds: { x: x.at, y: y.at, width: x.size, height: y.size } };
}

export interface HereDiagramProps {
  task: TaskDetail;
  here: Here;
}

/** The steps around a task, the task's own marked. */
export function HereDiagram({ task, here }: HereDiagramProps) {
  const open = task.closedAt === null;
  return (
    <StaticDiagram
      view={windowOn(here)}
      title={`The steps around “${task.name}” in ${task.processName}`}
      padding={16}
      {...(open ? { callout: { nodeId: here.elementId, text: 'You are here' } } : {})}
      className="mx-auto"
    />
  );
}
