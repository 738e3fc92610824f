import type { Behavior } from '@/engine/core/behavior';
import { behavior as aiCall } from './ai-call/behavior';
import { behavior as approval } from './approval/behavior';
import { behavior as boundaryEvent } from './boundary-event/behavior';
import { behavior as businessRuleTask } from './business-rule-task/behavior';
import { behavior as catchEvent } from './catch-event/behavior';
import { behavior as endEvent } from './end-event/behavior';
import { behavior as exclusiveGateway } from './exclusive-gateway/behavior';
import { behavior as httpCall } from './http-call/behavior';
import type { FlowNodeKind } from './kinds';
import { behavior as parallelGateway } from './parallel-gateway/behavior';
import { behavior as scriptTask } from './script-task/behavior';
import { behavior as serviceTask } from './service-task/behavior';
import { behavior as startEvent } from './start-event/behavior';
import { behavior as subProcess } from './sub-process/behavior';
import { behavior as task } from './task/behavior';
import { behavior as unsupported } from './unsupported/behavior';
import { behavior as userTask } from './user-task/behavior';

/** How each kind of flow node executes. */
export const behaviors = {
  'start-event': startEvent,
  'end-event': endEvent,
  'catch-event': catchEvent,
  'throw-event': task,
  'boundary-event': boundaryEvent,
  task,
  'service-task': serviceTask,
  'http-call': httpCall,
  'script-task': scriptTask,
  'business-rule-task': businessRuleTask,
  'ai-call': aiCall,
  'user-task': userTask,
  approval,
  'exclusive-gateway': exclusiveGateway,
  'parallel-gateway': parallelGateway,
  'sub-process': subProcess,
  unsupported,
} satisfies Record<FlowNodeKind, Behavior>;
