import type { Drawn } from '../testing/draw';
import { drawPools } from '../testing/draw-pools';
import { verifyRule } from '../testing/verify-rule';
import { messageFlowEnds } from './message-flow-ends';

const pools = (A: Drawn, B: Drawn, message = 'A > B') =>
  drawPools({ P: [{ A, A2: 'Task' }, []], Q: [{ B }, []] }, [message]);

verifyRule(messageFlowEnds, {
  valid: {
    'from task to task': pools('SendTask', 'ReceiveTask'),
    'from message end to message start': pools(
      { type: 'EndEvent', events: ['Message'] },
      { type: 'StartEvent', events: ['Message'] },
    ),
  },
  invalid: {
    'within a pool': [pools('Task', 'Task', 'A > A2'), ['message1'], /stays in one pool/],
    'from a start event': [
      pools('StartEvent', 'Task'),
      ['message1'],
      /starts a process and sends no message/,
    ],
    'from a plain end event': [pools('EndEvent', 'Task'), ['message1'], /isn't a message end event/],
    'to an end event': [pools('Task', 'EndEvent'), ['message1'], /ends a path/],
    'to an event that throws': [
      pools('Task', 'IntermediateThrowEvent'),
      ['message1'],
      /throws, so it receives/,
    ],
    'to a plain start event': [pools('Task', 'StartEvent'), ['message1'], /isn't a message start event/],
    'from a note': [pools('TextAnnotation', 'Task'), ['message1'], /is no step, so it sends/],
    'to a note': [pools('Task', 'TextAnnotation'), ['message1'], /is no step, so it receives/],
  },
});
