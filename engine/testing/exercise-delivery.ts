import { afterAll, beforeAll, describe } from 'vitest';
import { callCases } from './delivery/calls';
import { messageDeliveryCases } from './delivery/messages';
import { signalAndStartCases } from './delivery/signals-and-starts';
import type { SharedStore } from './delivery/world';

/** One suite for deliveries on every store: several processes that look at the same time. */
export function exerciseDelivery(name: string, make: () => Promise<SharedStore>): void {
  describe(`deliveries: ${name}`, () => {
    let made: SharedStore;
    beforeAll(async () => {
      made = await make();
    });
    afterAll(() => made?.close());
    const shared = () => made;
    messageDeliveryCases(shared);
    signalAndStartCases(shared);
    callCases(shared);
  });
}
