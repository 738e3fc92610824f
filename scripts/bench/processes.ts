import { compileExpression, isError } from '../../engine/compile/expression';
import type { Expression } from '../../engine/core/model';
import { NOOP_WORK } from '../../engine/host/noop-worker';
import { process as build, type ProcessBuilder } from '../../engine/testing/builder';
import { fixed } from '../../engine/testing/expressions';

/** Service tasks of row 1. */
export const TASKS = 5;

/** A condition in FEEL, compiled as publishing does it. */
function feel(text: string): Expression {
  const compiled = compileExpression(text, { purpose: 'condition' });
  if (isError(compiled)) throw new Error(compiled.message);
  return compiled;
}

function services(p: ProcessBuilder, workType: string): ProcessBuilder {
  let at = p.start('Start');
  for (let index = 1; index <= TASKS; index++)
    at = at.service(`Task_${index}`, { workType: fixed(workType) });
  return at.end('End');
}

/** Five service tasks in a row, done by work of this type. */
export const sequenceOf = (workType: string) => build((p) => services(p, workType));
export const sequence = sequenceOf(NOOP_WORK);

/** Five exclusive gateways in a row, each with a condition in FEEL, and nothing that waits. */
export const gateways = build((p) => {
  p.start('Start').exclusive('G1');
  for (let index = 1; index <= TASKS; index++) {
    const next = index === TASKS ? 'End' : `G${index + 1}`;
    p.task(`Task_${index}`).when(feel(`= amount * ${index} > 10 and amount < 1000`));
    if (index === TASKS) p.end('End');
    else p.exclusive(next);
    p.from(`G${index}`)
      .flow(`G${index}`, next)
      .byDefault()
      .from(next === 'End' ? null : next);
  }
});

/** Two approvals in a row. */
export const approvals = build((p) => p.start('Start').approval('First').approval('Second').end('End'));

/** A timer of this length and the end. */
export const timerOf = (duration: string) =>
  build((p) => p.start('Start').timer('Wait', 'duration', fixed(duration)).end('End'));

/** Does the same piece of work for ever. */
export const endless = build((p) =>
  p
    .start('Start')
    .exclusive('Again')
    .service('Task', { workType: fixed(NOOP_WORK) })
    .flow('Task', 'Again'),
);
