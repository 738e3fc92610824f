import { z } from 'zod';
import { eventDefinitionsOf } from '@/lib/document';
import { timerAudit } from '@/lib/triggers/timer/audit';
import { compileTimer, readTimer, timerOf, timerView, writeTimer } from '@/lib/triggers/timer/bpmn';
import { defineElement } from '../define';

const schema = z.object({ timer: timerView });

export const catchEvent = defineElement({
  kind: 'catch-event',
  category: 'event',
  label: 'Wait',
  description: 'Waits for a date or for some time, then the process goes on.',
  bpmnTypes: ['bpmn:IntermediateCatchEvent'],
  match: (document, element) =>
    eventDefinitionsOf(document, element.id).length === 1 && timerOf(document, element.id) !== undefined,
  ports: { incoming: true, outgoing: true },
  size: { width: 36, height: 36 },
  variants: [
    {
      id: 'catch-event.timer',
      label: 'Wait (timer)',
      primary: true,
      seed: {
        type: 'bpmn:IntermediateCatchEvent',
        children: {
          eventDefinitions: [
            {
              type: 'bpmn:TimerEventDefinition',
              values: { timeDuration: { $type: 'bpmn:FormalExpression', body: 'PT1H' } },
            },
          ],
        },
      },
    },
  ],
  morphGroup: 'intermediate',
  executable: true,
  schema,
  bpmn: {
    read: (document, id) => ({ timer: readTimer(document, id) }),
    write: (view, document, id) => writeTimer(view.timer, document, id),
  },
  compiler: {
    behavior: 'catch-event',
    compile: (context) => ({ trigger: 'timer', timer: compileTimer(context) }),
  },
  audit: timerAudit,
});
