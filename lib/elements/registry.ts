import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { isFlowNode } from '@/engine/compile/flow-model';
import { get } from '@/lib/document';
import { adHocSubProcess } from './ad-hoc-sub-process/spec';
import { aiCall } from './ai-call/spec';
import { annotation } from './annotation/spec';
import { approval } from './approval/spec';
import { association } from './association/spec';
import { boundaryEvent } from './boundary-event/spec';
import { businessRuleTask } from './business-rule-task/spec';
import { callActivity } from './call-activity/spec';
import { catchEvent } from './catch-event/spec';
import { complexGateway } from './complex-gateway/spec';
import { dataObject } from './data-object/spec';
import { dataStore } from './data-store/spec';
import type { AnyElementSpec, Variant } from './define';
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

/** Every kind of element. A new one is its folder and its line here. */
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

const byType = new Map<string, AnyElementSpec[]>();
for (const spec of Object.values<AnyElementSpec>(registry)) {
  for (const type of spec.bpmnTypes) byType.set(type, [...(byType.get(type) ?? []), spec]);
}

/** The spec of an entry; every entry of every document has exactly one. */
export function specOfElement(document: ProcessDocument, element: DocElement): AnyElementSpec {
  const claims = byType.get(element.type)?.find((spec) => spec.match?.(document, element) ?? true);
  return claims ?? (isFlowNode(element.type) ? registry.unsupported : registry.other);
}

/** The spec of an entry by id; `other` when there is none of that id. */
export function specOf(document: ProcessDocument, id: string): AnyElementSpec {
  const element = get(document, id);
  return element ? specOfElement(document, element) : registry.other;
}

/** The kind of an entry. */
export const kindOf = (document: ProcessDocument, id: string): ElementKind => specOf(document, id).kind;

/** Everything that can be drawn, with the kind it belongs to, in palette order. */
export const variants: readonly (Variant & { spec: AnyElementSpec })[] = Object.values<AnyElementSpec>(
  registry,
).flatMap((spec) => spec.variants.map((variant) => ({ ...variant, spec })));

/** What an element can be turned into: the variants of its morph group. */
export function morphTargets(
  document: ProcessDocument,
  id: string,
): readonly (Variant & { spec: AnyElementSpec })[] {
  const spec = specOf(document, id);
  const type = get(document, id)?.type;
  return variants.filter((variant) =>
    spec.morphGroup ? variant.spec.morphGroup === spec.morphGroup : variant.seed.type === type,
  );
}
