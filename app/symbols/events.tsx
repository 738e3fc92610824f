import { type EventPosition, type EventTrigger, kindName, type SymbolSpec } from '@/components/bpmn';
import { Specimen } from './specimen';

interface Column {
  name: string;
  position: EventPosition;
  interrupting?: boolean;
}

const COLUMNS: readonly Column[] = [
  { name: 'Start', position: 'start' },
  { name: 'In event sub-process, not interrupting', position: 'start', interrupting: false },
  { name: 'Catch', position: 'catch' },
  { name: 'Boundary', position: 'boundary' },
  { name: 'Boundary, not interrupting', position: 'boundary', interrupting: false },
  { name: 'Throw', position: 'throw' },
  { name: 'End', position: 'end' },
];

/** Which columns exist for a trigger (BPMN 2.0, table 10.93), as indexes into `COLUMNS`. */
const ROWS: readonly [EventTrigger, string, readonly number[]][] = [
  ['none', 'None', [0, 5, 6]],
  ['message', 'Message', [0, 1, 2, 3, 4, 5, 6]],
  ['timer', 'Timer', [0, 1, 2, 3, 4]],
  ['conditional', 'Condition', [0, 1, 2, 3, 4]],
  ['signal', 'Signal', [0, 1, 2, 3, 4, 5, 6]],
  ['error', 'Error', [0, 3, 6]],
  ['escalation', 'Escalation', [0, 1, 3, 4, 5, 6]],
  ['compensation', 'Compensation', [0, 3, 5, 6]],
  ['cancel', 'Cancel', [3, 6]],
  ['link', 'Link', [2, 5]],
  ['terminate', 'Terminate', [6]],
  ['multiple', 'Multiple', [0, 1, 2, 3, 4, 5, 6]],
  ['parallelMultiple', 'Parallel multiple', [0, 1, 2, 3, 4]],
];

function spec(trigger: EventTrigger, column: Column): SymbolSpec {
  const { position, interrupting } = column;
  return { shape: 'event', bpmnType: 'bpmn:Event', position, trigger, interrupting, width: 36, height: 36 };
}

/** Every event of the standard, by trigger and position. */
export function Events() {
  return (
    <section
      aria-label="Events by trigger and position"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard.
      tabIndex={0}
      className="focus-inset relative overflow-x-auto"
    >
      <table className="w-full border-collapse text-xs">
        <thead>
          <tr className="text-left align-bottom text-2xs text-muted">
            <th scope="col" className="pb-1.5 font-normal">
              Trigger
            </th>
            {COLUMNS.map((column) => (
              <th key={column.name} scope="col" className="w-20 px-1 pb-1.5 text-center font-normal">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([trigger, name, columns]) => (
            <tr key={trigger} className="border-t border-line">
              <th scope="row" className="pr-3 text-left font-medium">
                {name}
              </th>
              {COLUMNS.map((column, index) => (
                <td key={column.name} className="px-1 py-1">
                  {columns.includes(index) && (
                    <>
                      <Specimen spec={spec(trigger, column)} pad={3} />
                      <span className="sr-only">{kindName(spec(trigger, column))}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
