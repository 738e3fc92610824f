import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { cancelEvent } from './cancel-event';

const cancelled = (host: string) =>
  draw(
    {
      S: 'StartEvent',
      H: host,
      C: { type: 'EndEvent', in: 'H', events: ['Cancel'] },
      B: { type: 'BoundaryEvent', refs: { attachedToRef: 'H' }, events: ['Cancel'] },
    },
    ['S > H'],
  );

verifyRule(cancelEvent, {
  valid: { 'a transaction': cancelled('Transaction') },
  invalid: { 'a sub-process': [cancelled('SubProcess'), ['B', 'C'], /Only a transaction can be cancelled/] },
});
