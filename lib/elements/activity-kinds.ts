import type { ElementKind } from './kinds';

/** What takes and gives variables by a mapping: every activity that does something. */
export const MAPPED: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'ai-call',
  'approval',
  'user-task',
  'http-call',
  'service-task',
  'script-task',
  'send-task',
  'receive-task',
  'call-activity',
  'business-rule-task',
  'sub-process',
  'transaction',
  'ad-hoc-sub-process',
]);

/** What can be done more than once: every activity. */
export const REPEATED: ReadonlySet<ElementKind> = new Set<ElementKind>([...MAPPED, 'task']);
