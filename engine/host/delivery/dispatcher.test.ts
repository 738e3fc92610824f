import { exerciseDelivery } from '../../testing/exercise-delivery';
import { MemoryStore } from '../../testing/memory-store';

exerciseDelivery('memory', async () => {
  const store = new MemoryStore();
  const { tables } = store;
  return {
    store,
    another: async () => store,
    advance: async (ms) => store.advance(ms),
    startSubscription: async (row) => void tables.startSubscriptions.push(row),
    startTimer: async (row) => void tables.startTimers.push(row),
    close: () => store.close(),
  };
});
