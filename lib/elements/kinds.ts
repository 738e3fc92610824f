/** Kinds of flow nodes; each names a behaviour or shares one. */
export const FLOW_NODE_KINDS = [
  'start-event',
  'end-event',
  'catch-event',
  'throw-event',
  'boundary-event',
  'task',
  'service-task',
  'http-call',
  'script-task',
  'business-rule-task',
  'ai-call',
  'user-task',
  'approval',
  'send-task',
  'receive-task',
  'call-activity',
  'exclusive-gateway',
  'parallel-gateway',
  'inclusive-gateway',
  'complex-gateway',
  'event-based-gateway',
  'sub-process',
  'event-sub-process',
  'transaction',
  'ad-hoc-sub-process',
  'unsupported',
] as const;

/** Everything else that is drawn, and `other` for what a diagram never shows. */
export const OTHER_KINDS = [
  'process',
  'pool',
  'lane',
  'sequence-flow',
  'message-flow',
  'association',
  'annotation',
  'group',
  'data-object',
  'data-store',
  'other',
] as const;

export type FlowNodeKind = (typeof FLOW_NODE_KINDS)[number];
export type ElementKind = FlowNodeKind | (typeof OTHER_KINDS)[number];
