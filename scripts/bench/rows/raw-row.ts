import type { Line, Row } from '../row';
import { round1 } from '../stats';
import { rawCommitsPerSecond, rawInsertsPerSecond } from './raw';

/** Row 6: what the same server does without an engine. */
export const run: Row = async ({ url, seconds, cpu }) => {
  const before = cpu();
  const commits = await rawCommitsPerSecond(url, seconds);
  const after = cpu();
  const perCommit = (micros: number) => Math.round(micros / (commits * seconds));
  const lines: Line[] = [
    {
      what: 'BEGIN, UPDATE, INSERT, COMMIT over 16 connections',
      perSecond: round1(commits),
      clientCpuMicros: perCommit(after.process - before.process),
      serverCpuMicros: perCommit((after.server ?? 0) - (before.server ?? 0)),
    },
    {
      what: '100-row INSERTs over 16 connections',
      perSecond: round1(await rawInsertsPerSecond(url, seconds)),
    },
  ];
  return lines;
};
