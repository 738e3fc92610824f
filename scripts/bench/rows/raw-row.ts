import type { Row } from '../row';
import { round1 } from '../stats';
import { rawCommitsPerSecond, rawInsertsPerSecond } from './raw';

/** Row 6: what the same server does without an engine. */
export const run: Row = async ({ url, seconds }) => [
  {
    what: 'BEGIN, UPDATE, INSERT, COMMIT over 16 connections',
    perSecond: round1(await rawCommitsPerSecond(url, seconds)),
  },
  {
    what: '100-row INSERTs over 16 connections',
    perSecond: round1(await rawInsertsPerSecond(url, seconds)),
  },
];
