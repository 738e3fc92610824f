import { malformed } from '@/lib/errors/app-error';

const UNITS: Record<string, number> = { ms: 1, s: 1000 };

/** `?wait=5s` or `500ms` in milliseconds, at most 30 s; 0 when absent. @throws AppError 400 */
export function waitMs(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, amount, unit] = /^(\d{1,5})(ms|s)$/.exec(text) ?? [];
  if (!amount || !unit)
    throw malformed({
      code: 'bad-wait',
      userMessage: 'Write wait as seconds or milliseconds: wait=5s or wait=500ms.',
    });
  return Math.min(30_000, Number(amount) * UNITS[unit]!);
}
