import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { tokenQuantities } from './token-quantities';

const task = (attrs: Record<string, number>) => draw({ A: { type: 'Task', attrs } }, []);

verifyRule(tokenQuantities, {
  valid: { 'one and more': task({ startQuantity: 1, completionQuantity: 3 }), 'none given': task({}) },
  invalid: {
    'no token to begin': [task({ startQuantity: 0 }), ['A'], /waits for 0 tokens/],
    'no token to leave': [task({ completionQuantity: 0 }), ['A'], /ends with 0 tokens/],
  },
});
