import type { LanguageModel } from 'ai';
import type { ProviderKind } from './kinds';

/** The AI SDK's seam between its functions and a provider. */
export type ModelV3 = Extract<LanguageModel, { specificationVersion: 'v3' }>;
export type ModelCall = Parameters<ModelV3['doGenerate']>[0];
export type ModelAnswer = Awaited<ReturnType<ModelV3['doGenerate']>>;
export type StreamedAnswer = Awaited<ReturnType<ModelV3['doStream']>>;
export type StreamPart = StreamedAnswer['stream'] extends ReadableStream<infer Part> ? Part : never;

/** A provider ready to be called. */
export interface ResolvedProvider {
  id: string;
  kind: ProviderKind | 'simulated';
  name: string;
  baseUrl: string;
  model: string;
  /** Absent when the endpoint wants none. */
  apiKey?: string;
  /** Where it processes data, in the administrator's words; absent while nobody has stated it. Never guessed. */
  region?: string;
  /** Price per million tokens in micro-units of the currency. */
  prices?: { input: bigint; output: bigint; currency: string };
}

export const SIMULATED: ResolvedProvider = {
  id: 'simulated',
  kind: 'simulated',
  name: 'Simulated',
  baseUrl: '',
  model: 'simulated-1',
  region: 'this server',
};
