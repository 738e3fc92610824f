import 'server-only';
import type { Worker } from '@/engine/host/ports';
import { feelWorker } from '@/lib/feel/work';
import { aiWorker } from './ai-call/worker';
import { decisionWorker } from './business-rule-task/worker';
import { httpWorker } from './http-call/worker';

const all = [feelWorker, httpWorker, aiWorker, decisionWorker] as const satisfies readonly Worker[];

/** What this process can do outside transactions, by work type. */
export const workers = (): readonly Worker[] => all;
