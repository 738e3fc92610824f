import { titleOf } from '@/engine/compile/read';
import type { CompileContext } from '@/engine/compile/registry';
import type { Expression } from '@/engine/core/model';

/** Problems by what isn't named. */
const CODES = { message: { code: 'message-name' }, signal: { code: 'signal-name' } } as const;

/** Stands in for the name that an event doesn't give: what the event itself is called. */
export function unnamed({ element, report }: CompileContext, what: 'message' | 'signal'): Expression {
  const name = titleOf(element);
  const message = `Nothing says which ${what} this is, so its own name “${name}” is taken. Enter the name of the ${what}.`;
  report('warning', CODES[what].code, message, `${what}.name`);
  return { mode: 'static', source: name, value: name };
}
