import { userStep } from '../../../lib/testing/models';
import { type Api, startApi } from '../api';
import { newName, openEngine } from '../engine';
import { atRate } from '../open-loop';
import { approvals } from '../processes';
import type { Row } from '../row';
import { latency } from '../stats';

const INSTANCES_PER_SECOND = 500;
const WATCHED = 25;
const CHANGES_PER_SECOND = 50;

/**
 * Row 5: from the acknowledgement of a commit until its event has arrived in a client of the event stream, over HTTP,
 * while another process starts 500 instances a second on the same database.
 */
export const run: Row = async ({ url, seconds }) => {
  const api = await startApi(url);
  const processId = await api.publish([userStep('Wait')]);
  const gone = new AbortController();
  const watched = await Promise.all(
    Array.from({ length: WATCHED }, () => watch(api, processId, gone.signal)),
  );
  const load = openEngine(url, approvals);
  const latencies: number[] = [];
  let next = 0;
  const change = async () => {
    const one = watched[next++ % WATCHED]!;
    const marker = newName();
    const arrived = one.arrival(marker);
    await api.post(`/instances/${one.instanceId}/variables`, { variables: { marker }, reason: 'Benchmark' });
    const committedAt = performance.now();
    latencies.push(Math.max(0, (await arrived) - committedAt));
  };
  await Promise.all([
    atRate(INSTANCES_PER_SECOND, seconds + 1, async () => void (await load.start(newName()))),
    atRate(CHANGES_PER_SECOND, seconds, change),
  ]);
  gone.abort();
  await load.close();
  await api.close();
  return [
    {
      what: `commit → event, ${WATCHED} clients`,
      instancesPerSecond: INSTANCES_PER_SECOND,
      events: latencies.length,
      ...latency(latencies),
    },
  ];
};

/** Starts an instance and follows it as a browser does; `arrival` tells when an event with this marker has come. */
async function watch(api: Api, processId: string, signal: AbortSignal) {
  const { instanceId } = await api.post(`/processes/${processId}/instances`, {});
  const waiting = new Map<string, (at: number) => void>();
  const follow = async () => {
    for await (const { data } of api.stream(`/instances/${instanceId}/stream`, signal)) {
      const marker = /"marker":"(\w+)"/.exec(JSON.stringify(data))?.[1];
      if (marker) waiting.get(marker)?.(performance.now());
    }
  };
  follow().catch(() => {}); // ends with the signal
  const arrival = (marker: string) => new Promise<number>((resolve) => waiting.set(marker, resolve));
  return { instanceId: instanceId!, arrival };
}
