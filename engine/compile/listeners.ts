import type { ExecutableNode, ExecutionListener, ListenerMoment, TaskMoment } from '../core/model';
import type { DocElement, InlineValue } from './document';
import { inline, text, values } from './read';
import type { CompileContext } from './registry';

/** Retries of a listener's work when nothing else is written (Zeebe's default). */
const RETRIES = 3;

/** Zeebe's execution and task listeners, as work; listeners of other kinds are kept and reported. */
export function compileListeners(context: CompileContext): Pick<ExecutableNode, 'listeners'> {
  const found: Partial<Record<ListenerMoment, ExecutionListener[]>> = {};
  for (const listener of listenersOf(context.element)) {
    const moment = momentOf(context.element, listener);
    if (moment === undefined) reportIgnored(context.report, listener);
    else found[moment] = [...(found[moment] ?? []), compileListener(context, listener)];
  }
  return Object.keys(found).length > 0 ? { listeners: found } : {};
}

/** Says of a process that its listeners aren't run: nothing waits for what goes on before its first step. */
export function reportListeners(process: DocElement, report: CompileContext['report']): void {
  for (const listener of listenersOf(process)) reportIgnored(report, listener);
}

function compileListener(context: CompileContext, listener: InlineValue): ExecutionListener {
  const type = text(listener, 'type') ?? '';
  if (type.trim() === '')
    context.report('error', 'listener', 'Say which type of work this listener is, or delete it.');
  const retries = Number(text(listener, 'retries') ?? RETRIES);
  return {
    workType: context.expression(type, 'listeners'),
    retries: Number.isInteger(retries) && retries >= 0 ? Math.min(retries, 100) : RETRIES,
  };
}

const LISTENER = /^(?:zeebe|camunda|flowable|activiti):(?:execution|task)Listeners?$/i;

function listenersOf(element: DocElement): InlineValue[] {
  return values(element, 'extensionElements')
    .flatMap((holder) => inline(holder, 'values'))
    .filter(({ $type }) => LISTENER.test($type))
    .flatMap((each) => (each.$type.endsWith('s') ? inline(each, 'listeners') : [each]));
}

/** When a listener is run: undefined for those of other engines, and for moments that nothing can wait at. */
function momentOf(element: DocElement, listener: InlineValue): ListenerMoment | undefined {
  const moment = text(listener, 'eventType') ?? '';
  if (listener.$type === 'zeebe:TaskListener')
    return element.type === 'bpmn:UserTask' && Object.hasOwn(OF_TASKS, moment) ? OF_TASKS[moment] : undefined;
  if (listener.$type !== 'zeebe:ExecutionListener' || STARTLESS.test(element.type)) return undefined;
  return moment === 'start' || moment === 'end' ? moment : undefined;
}

/** Zeebe's names of what happens to a task, its older ones included. */
const OF_TASKS: Readonly<Record<string, TaskMoment>> = {
  create: 'creating',
  creating: 'creating',
  assignment: 'assigning',
  assigning: 'assigning',
  update: 'updating',
  updating: 'updating',
  complete: 'completing',
  completing: 'completing',
};

/** These don't become a step of their own that could wait. */
const STARTLESS = /^bpmn:(?:ComplexGateway|EventBasedGateway)$/;

function reportIgnored(report: CompileContext['report'], listener: InlineValue): void {
  const moment = text(listener, 'eventType') ?? text(listener, 'event');
  const what = /task/i.test(listener.$type) ? 'A listener of this task' : 'A listener';
  const when = moment ? ` for “${moment}”` : '';
  report(
    'warning',
    'listener-not-run',
    `${what}${when} is kept in the file, but not run${reason(listener, moment)}. Draw what it does as a step.`,
  );
}

/** Why nothing runs it, where that isn't plain from what it is. */
function reason({ $type }: InlineValue, moment: string | undefined): string {
  if (!$type.startsWith('zeebe:'))
    return ': it is code of another engine, which is not here (a Java class, an expression or a script)';
  if ($type === 'zeebe:TaskListener' && /^cancel(?:ing)?$/.test(moment ?? ''))
    return ': a task that is interrupted ends at once and waits for nothing';
  return '';
}
