import { expect, it } from 'vitest';
import { deliveryWords } from './delivery-words';

it.each([
  [{ kind: 'broadcast-signal', name: 'Go' }, 'Signal “Go”'],
  [{ kind: 'cancel-call', name: null }, 'End of a call'],
  [{ kind: 'later-kind', name: null }, 'later-kind'],
])('%j is %s', (delivery, words) => {
  expect(deliveryWords(delivery)).toBe(words);
});
