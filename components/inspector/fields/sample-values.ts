import { useSyncExternalStore } from 'react';
import type { Json } from '@/engine/compile/feel';

/** Sample values by the name of their variable, as people set them; they live as long as the page. */
let samples: Readonly<Record<string, Json>> = {};
const listeners = new Set<() => void>();

/** Sets what a variable is tried with, in every field that reads it. */
export function setSample(name: string, value: Json): void {
  samples = { ...samples, [name]: value };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSamples = (): Readonly<Record<string, Json>> =>
  useSyncExternalStore(
    subscribe,
    () => samples,
    () => samples,
  );

/** JSON as it is, and what isn't JSON as text: people write `far`, not `"far"`. */
export function sampleValue(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
