/** The designer's worker as a thread of Node.js, for the measurement. */
import { parentPort } from 'node:worker_threads';
import { Analyst } from '@/lib/analysis/analyst';
import type { Request } from '@/lib/analysis/types';

const analyst = new Analyst();
parentPort?.on('message', ({ serial, question, change }: Request) =>
  parentPort?.postMessage({ serial, answer: analyst.ask(question, change) }),
);
