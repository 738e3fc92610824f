import type { Behavior } from '@/engine/core/behavior';
import { behavior as adHocSubProcess } from './ad-hoc-sub-process/behavior';
import { behavior as aiCall } from './ai-call/behavior';
import { behavior as approval } from './approval/behavior';
import { behavior as boundaryEvent } from './boundary-event/behavior';
import { behavior as businessRuleTask } from './business-rule-task/behavior';
import { behavior as callActivity } from './call-activity/behavior';
import { behavior as catchEvent } from './catch-event/behavior';
import { behavior as complexGateway } from './complex-gateway/behavior';
import { behavior as endEvent } from './end-event/behavior';
import { behavior as eventBasedGateway } from './event-based-gateway/behavior';
import { behavior as eventSubProcess } from './event-sub-process/behavior';
import { behavior as exclusiveGateway } from './exclusive-gateway/behavior';
import { behavior as httpCall } from './http-call/behavior';
import { behavior as inclusiveGateway } from './inclusive-gateway/behavior';
import type { FlowNodeKind } from './kinds';
import { behavior as parallelGateway } from './parallel-gateway/behavior';
import { behavior as receiveTask } from './receive-task/behavior';
import { behavior as scriptTask } from './script-task/behavior';
import { behavior as serviceTask } from './service-task/behavior';
import { behavior as startEvent } from './start-event/behavior';
import { behavior as subProcess } from './sub-process/behavior';
import { behavior as task } from './task/behavior';
import { behavior as throwEvent } from './throw-event/behavior';
import { behavior as transaction } from './transaction/behavior';
import { behavior as unsupported } from './unsupported/behavior';
import { behavior as userTask } from './user-task/behavior';

/** How each kind of flow node executes. */
export const behaviors = {
  'start-event': startEvent,
  'end-event': endEvent,
  'catch-event': catchEvent,
  'throw-event': throwEvent,
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
  'send-task': throwEvent,
  'receive-task': receiveTask,
  'call-activity': callActivity,
  'inclusive-gateway': inclusiveGateway,
  'complex-gateway': complexGateway,
  'event-based-gateway': eventBasedGateway,
  'event-sub-process': eventSubProcess,
  transaction,
  'ad-hoc-sub-process': adHocSubProcess,
  unsupported,
} satisfies Record<FlowNodeKind, Behavior>;
