/**
 * Begins `perSecond` things a second for some seconds, whether or not the earlier ones are done, and waits for all.
 * Each gets the moment it was planned for (milliseconds of `performance.now()`), from which its latency counts: a
 * generator that falls behind must not flatter what it measures.
 */
export async function atRate(
  perSecond: number,
  seconds: number,
  begin: (plannedAt: number) => Promise<void>,
): Promise<void> {
  const total = Math.round(perSecond * seconds);
  const from = performance.now();
  const under: Promise<void>[] = [];
  await new Promise<void>((resolve) => {
    const tick = () => {
      const due = Math.min(total, Math.floor(((performance.now() - from) / 1_000) * perSecond) + 1);
      while (under.length < due) under.push(begin(from + (under.length * 1_000) / perSecond));
      if (under.length < total) setTimeout(tick, 1);
      else resolve();
    };
    tick();
  });
  await Promise.all(under);
}
