export type { StartOptions } from './hub';
export type { WorldInstance } from './instance';
export type { Job, JobOutcome, Worker } from './work';
export { type Logged, World, type WorldOptions } from './world';
