import type { SymbolSpec } from '@/components/bpmn';
import { Specimen } from './specimen';

const size = { width: 100, height: 80 };
const task = (bpmnType: string, label: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'task',
  bpmnType: `bpmn:${bpmnType}`,
  label,
  ...size,
  ...more,
});
const sub = (label: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'subprocess',
  bpmnType: 'bpmn:SubProcess',
  label,
  ...size,
  ...more,
});
const call = (label: string, more: Partial<SymbolSpec> = {}): SymbolSpec => ({
  shape: 'callActivity',
  bpmnType: 'bpmn:CallActivity',
  label,
  ...size,
  ...more,
});

const ACTIVITIES: readonly SymbolSpec[] = [
  task('ServiceTask', 'Service'),
  task('ServiceTask', 'AI call', { ai: true }),
  task('UserTask', 'Approval', { approval: true }),
  task('UserTask', 'User'),
  task('SendTask', 'Send'),
  task('ReceiveTask', 'Receive'),
  task('ReceiveTask', 'Receive, starts', { markers: ['instantiate'] }),
  task('ScriptTask', 'Script'),
  task('BusinessRuleTask', 'Business rule'),
  task('ManualTask', 'Manual'),
  task('Task', 'Task'),
  task('ServiceTask', 'Loop', { markers: ['loop'] }),
  task('UserTask', 'For each, at once', { markers: ['miParallel'] }),
  task('UserTask', 'For each, in turn', { markers: ['miSequential'] }),
  task('ServiceTask', 'Undo booking', { markers: ['compensation'] }),
  sub('Sub-process'),
  sub('Loop, undone', { markers: ['loop', 'compensation'] }),
  sub('Event sub-process', { triggeredByEvent: true, trigger: 'timer', interrupting: false }),
  sub('Transaction', { bpmnType: 'bpmn:Transaction' }),
  sub('Ad-hoc', { bpmnType: 'bpmn:AdHocSubProcess' }),
  call('Call process'),
  call('Call global task', { calledType: 'bpmn:GlobalUserTask' }),
];

/** All activities: task types, markers, kinds of sub-process, calls. */
export function Activities() {
  return (
    <ul className="flex flex-wrap gap-4">
      {ACTIVITIES.map((spec) => (
        <li key={spec.label}>
          <Specimen spec={spec} pad={3} />
          <span className="sr-only">{spec.label}</span>
        </li>
      ))}
      <li>
        <Specimen pad={2} spec={sub('Expanded', { width: 216, height: 80, expanded: true })} />
        <span className="sr-only">Expanded sub-process</span>
      </li>
    </ul>
  );
}
