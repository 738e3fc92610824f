import type { AttemptShown } from '@/lib/ai/read-attempts';
import type { Trial } from './trial-state';

/** Which link of the chain answered, and why those before it didn't. */
export function ChainUsed({ trial, attempts }: { trial: Trial; attempts: readonly AttemptShown[] }) {
  return (
    <div className="text-xs" data-testid="trial-chain">
      <p className="font-medium">
        {trial.ok
          ? `Answered by number ${attempts.length + 1} of the chain, ${trial.provider} (${trial.model})`
          : 'No model of the chain gave an answer'}
      </p>
      <ol className="list-decimal pl-4 text-muted" aria-label="Models that gave no answer">
        {attempts.map(({ provider, model, message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes
          <li key={at}>
            {model ? `${provider} (${model})` : provider}: {message}
          </li>
        ))}
      </ol>
    </div>
  );
}
