import type { ReactNode } from 'react';
import { INK, MARKER, SURFACE } from '../paint';
import { Gears } from './gear';

const user = (
  <g {...MARKER}>
    <path fill={SURFACE} d="M-6.5 6v-2.6c0-2.6 1.5-3.8 3.6-4.3h5.8c2.1.5 3.6 1.7 3.6 4.3V6z" />
    <circle fill={SURFACE} cy={-4} r={3.5} />
  </g>
);

const manual = (
  <g {...MARKER}>
    <path
      fill={SURFACE}
      d="M-8.4-.6-3.6-5.4c.9-.8 2.2.3 1.5 1.3l-1.5 2H6a1.25 1.25 0 0 1 0 2.5h1.2a1.2 1.2 0 0 1 0 2.4H6a1.15 1.15 0 0 1 0 2.3H4.6a1.05 1.05 0 0 1 0 2.1H-3c-2.300 0-3.600-.9-5.400-2.400z"
    />
    <path d="M.6.4H6M.6 2.800H6M.6 5.100H4.600" />
  </g>
);

const send = (
  <g strokeLinejoin="round">
    <rect x={-8.5} y={-5.75} width={17} height={11.5} fill={INK} />
    <path d="M-8.5-5.750 0 .58l8.500-6.330" fill="none" stroke={SURFACE} strokeWidth={1.3} />
  </g>
);

const receive = (
  <g {...MARKER}>
    <rect x={-8.5} y={-5.75} width={17} height={11.5} fill={SURFACE} />
    <path d="M-8.5-5.750 0 .58l8.500-6.330" />
  </g>
);

const receiveInstantiate = (
  <g {...MARKER}>
    <circle r={8.8} fill={SURFACE} />
    <rect x={-5.6} y={-3.8} width={11.2} height={7.6} />
    <path d="M-5.600-3.800 0 .4l5.600-4.200" />
  </g>
);

const script = (
  <g {...MARKER}>
    <path
      fill={SURFACE}
      d="M-3-7h9c-3 2.200-2.600 4 0 6.500s2.400 5-.6 6.500h-9c3-1.500 3.200-4 .6-6.500S-6-5-3-7z"
    />
    <path d="M-2-3h4M-1.400-.4h4.600M-1 2.200h4.400" />
  </g>
);

const rule = (
  <g {...MARKER}>
    <rect x={-7.5} y={-5.75} width={15} height={11.5} fill={SURFACE} />
    <rect x={-7.5} y={-5.75} width={15} height={3.5} fill={INK} fillOpacity={0.25} />
    <path d="M-7.500 1.750h15M-3-2.250v8" />
  </g>
);

/** Type markers by task type, centred on the origin, about 17 × 14. Abstract tasks have none. */
export function TaskTypeMarker({
  bpmnType,
  instantiate,
}: {
  bpmnType: string;
  instantiate?: boolean;
}): ReactNode {
  switch (bpmnType.replace(/^bpmn:(Global)?/, '')) {
    case 'UserTask':
      return user;
    case 'ManualTask':
      return manual;
    case 'ServiceTask':
      return <Gears />;
    case 'SendTask':
      return send;
    case 'ReceiveTask':
      return instantiate ? receiveInstantiate : receive;
    case 'ScriptTask':
      return script;
    case 'BusinessRuleTask':
      return rule;
    default:
      return null;
  }
}

/** Whether a task type has a marker, which moves its label 5 px down. */
export function hasTypeMarker(bpmnType: string): boolean {
  return /^bpmn:(Global)?(User|Manual|Service|Send|Receive|Script|BusinessRule)Task$/.test(bpmnType);
}
