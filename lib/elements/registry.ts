import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { adHocSubProcess } from './ad-hoc-sub-process/spec';
import { aiCall } from './ai-call/spec';
import { annotation } from './annotation/spec';
import { approval } from './approval/spec';
import { association } from './association/spec';
import { boundaryEvent } from './boundary-event/spec';
import { businessRuleTask } from './business-rule-task/spec';
import { callActivity } from './call-activity/spec';
import { kindOf, kindSpecOfElement } from './catalogue';
import { catchEvent } from './catch-event/spec';
import { complexGateway } from './complex-gateway/spec';
import { dataObject } from './data-object/spec';
import { dataStore } from './data-store/spec';
import type { AnyElementSpec } from './define';
import { endEvent } from './end-event/spec';
import { eventBasedGateway } from './event-based-gateway/spec';
import { eventSubProcess } from './event-sub-process/spec';
import { exclusiveGateway } from './exclusive-gateway/spec';
import { group } from './group/spec';
import { httpCall } from './http-call/spec';
import { inclusiveGateway } from './inclusive-gateway/spec';
import type { ElementKind } from './kinds';
import { lane } from './lane/spec';
import { messageFlow } from './message-flow/spec';
import { other } from './other/spec';
import { parallelGateway } from './parallel-gateway/spec';
import { pool } from './pool/spec';
import { process } from './process/spec';
import { receiveTask } from './receive-task/spec';
import { scriptTask } from './script-task/spec';
import { sendTask } from './send-task/spec';
import { sequenceFlow } from './sequence-flow/spec';
import { serviceTask } from './service-task/spec';
import { startEvent } from './start-event/spec';
import { subProcess } from './sub-process/spec';
import { task } from './task/spec';
import { throwEvent } from './throw-event/spec';
import { transaction } from './transaction/spec';
import { unsupported } from './unsupported/spec';
import { userTask } from './user-task/spec';

/** Every kind of element with all that is known of it. A new one is its folder and its line here and in `catalogue`. */
export const registry = {
  'start-event': startEvent,
  'end-event': endEvent,
  'catch-event': catchEvent,
  'throw-event': throwEvent,
  'boundary-event': boundaryEvent,
  task,
  // before external work, which claims what is left of send tasks
  'send-task': sendTask,
  'receive-task': receiveTask,
  'service-task': serviceTask,
  'http-call': httpCall,
  'script-task': scriptTask,
  'business-rule-task': businessRuleTask,
  'ai-call': aiCall,
  'user-task': userTask,
  approval,
  'call-activity': callActivity,
  'exclusive-gateway': exclusiveGateway,
  'parallel-gateway': parallelGateway,
  'inclusive-gateway': inclusiveGateway,
  'event-based-gateway': eventBasedGateway,
  'complex-gateway': complexGateway,
  'sub-process': subProcess,
  'event-sub-process': eventSubProcess,
  transaction,
  'ad-hoc-sub-process': adHocSubProcess,
  unsupported,
  process,
  pool,
  lane,
  'sequence-flow': sequenceFlow,
  'message-flow': messageFlow,
  association,
  annotation,
  group,
  'data-object': dataObject,
  'data-store': dataStore,
  other,
} satisfies Record<ElementKind, AnyElementSpec>;

/** The spec of an entry; every entry of every document has exactly one. */
export const specOfElement = (document: ProcessDocument, element: DocElement): AnyElementSpec =>
  registry[kindSpecOfElement(document, element).kind];

/** The spec of an entry by id; `other` when there is none of that id. */
export const specOf = (document: ProcessDocument, id: string): AnyElementSpec =>
  registry[kindOf(document, id)];
