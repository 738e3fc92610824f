/** The middle of some numbers, the mean of the two middle ones when there are two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which this share of the numbers lies, 0 for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const round1 = (value: number): number => Math.round(value * 10) / 10;
export const round2 = (value: number): number => Math.round(value * 100) / 100;

/** p50 and p99 of latencies in milliseconds. */
export const latency = (milliseconds: readonly number[]): { p50Ms: number; p99Ms: number } => ({
  p50Ms: round1(percentile(milliseconds, 0.5)),
  p99Ms: round1(percentile(milliseconds, 0.99)),
});
