import { MemoryStore } from './memory-store';
import { exerciseStore } from './store-conformance';

exerciseStore('memory', async () => {
  const store = new MemoryStore();
  const { tables } = store;
  return {
    store,
    advance: async (ms) => store.advance(ms),
    erase: async (id, firstSeq) => {
      const rows = tables.ledger.get(`instance:${id}`) ?? [];
      const row = rows.find((one) => one.firstSeq === firstSeq);
      if (row) Object.assign(row, { data: null, salt: null });
    },
    damage: async (id) => {
      tables.instances.get(id)!.state = '{"format":1,';
    },
    task: async (id, key) => {
      const { state, assignee, shown, opened } = tables.tasks.get(`${id}:${key}`)!;
      return { state, assignee, shown, users: opened.candidateUsers };
    },
    content: async (hash) => tables.content.get(hash) ?? null,
    incidents: async (id) =>
      [...tables.incidents.values()]
        .filter((row) => row.instanceId === id && !row.resolvedAt)
        .map((row) => row.message),
    startSubscription: async (row) => void tables.startSubscriptions.push(row),
    startTimer: async (row) => void tables.startTimers.push(row),
    loseNextAnswer: async () => store.failNext('applied-with-error'),
    close: () => store.close(),
  };
});
