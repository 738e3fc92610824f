import 'server-only';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { db } from '@/lib/db/client';

const holder = globalThis as { countersignMetrics?: Registry };

function registry(): Registry {
  if (holder.countersignMetrics) return holder.countersignMetrics;
  const made = new Registry();
  collectDefaultMetrics({ register: made });
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [made],
      async collect() {
        this.set(await read());
      },
    });
  gauge('countersign_instances_running', 'Instances that run', () =>
    db().instance.count({ where: { status: 'running' } }),
  );
  gauge('countersign_work_waiting', 'Pieces of work not yet done', () => db().work.count());
  gauge('countersign_timers_waiting', 'Timers set', () => db().timer.count());
  gauge('countersign_tasks_open', 'Human tasks open', () =>
    db().task.count({ where: { state: { in: ['open', 'claimed'] } } }),
  );
  gauge('countersign_incidents_open', 'Incidents nobody has resolved', () =>
    db().incident.count({ where: { resolvedAt: null } }),
  );
  gauge('countersign_deliveries_set_aside', 'Deliveries that wait for an operator', () =>
    db().outbox.count({ where: { quarantinedAt: { not: null } } }),
  );
  holder.countersignMetrics = made;
  return made;
}

/** What `/metrics` answers. No names, keys or variables are in it. */
export async function metricsText(): Promise<{ body: string; contentType: string }> {
  const metrics = registry();
  return { body: await metrics.metrics(), contentType: metrics.contentType };
}
