import type { AttemptShown } from '@/lib/ai/read-attempts';

/** The models of a chain that gave no answer, and why; nothing where the first one answered. */
export function AskedBefore({ attempts }: { attempts: readonly AttemptShown[] }) {
  if (attempts.length === 0) return null;
  return (
    <div className="border-t border-line px-3 py-1.5 text-xs">
      <p className="font-medium">Asked before, without an answer</p>
      <ol aria-label="Models asked before" className="list-decimal pl-4 text-muted">
        {attempts.map(({ provider, model, message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is recorded keeps its order
          <li key={at} className="break-words">
            {model ? `${provider} (${model})` : provider}: {message}
          </li>
        ))}
      </ol>
    </div>
  );
}
