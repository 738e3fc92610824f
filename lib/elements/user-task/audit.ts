import type { TaskOpened } from '@/engine/core/events';
import type { AuditDescriber } from '../audit-types';
import { momentInWords } from '../moment';

export const taskAudit: AuditDescriber = (event, { elementName, personName, actor }) => {
  switch (event.type) {
    case 'task.opened':
      return {
        title: `${elementName} waits for a person`,
        ...offered(event.data, personName),
        tone: 'attention',
      };
    case 'task.claimed':
      return { title: `${event.data.personName} claimed ${elementName}`, tone: 'neutral' };
    case 'task.released':
      return {
        title: `${actor.name} released ${elementName}`,
        ...because(event.data.reason),
        tone: 'neutral',
      };
    case 'task.delegated':
      return {
        title: `${actor.name} handed ${elementName} to ${event.data.toName}`,
        ...because(event.data.reason),
        tone: 'neutral',
      };
    case 'task.commented':
      return { title: `${actor.name} commented on ${elementName}`, detail: event.data.text, tone: 'neutral' };
    case 'task.reminded':
      return { title: `${elementName} still waits: its people were reminded`, tone: 'attention' };
    case 'task.completed':
      return { title: `${personName(event.data.personId)} completed ${elementName}`, tone: 'positive' };
    case 'task.cancelled':
      return { title: `${elementName} was withdrawn`, ...because(event.data.reason), tone: 'neutral' };
    default:
      return undefined;
  }
};

function offered(task: TaskOpened, personName: (id: string) => string): { detail?: string } {
  const whom = task.assignee ? personName(task.assignee) : task.candidateGroups.join(', ');
  const { calendar } = task;
  const counted = calendar && `in the working time of “${calendar.name}” (revision ${calendar.revision})`;
  const parts = [whom && `For ${whom}`, task.dueAt && `due ${momentInWords(task.dueAt)}`, counted].filter(
    Boolean,
  );
  return parts.length > 0 ? { detail: parts.join(' · ') } : {};
}

const because = (reason: string | undefined): { detail?: string } => (reason ? { detail: reason } : {});
