import 'server-only';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import type { AppError } from '@/lib/errors/app-error';
import type { CallContext } from '@/lib/usecase/context';
import { appendLedger } from './append';
import { countStranger } from './strangers';

const hourOf = (at: Date): string => at.toISOString().slice(0, 13);

/**
 * A refused attempt is an event, as much as a success. A signed-in actor's is written at once; strangers are
 * counted per address and minute so that they can't flood the ledger. Never throws: a refusal stays a refusal.
 */
export async function recordRefusal(
  context: CallContext,
  useCaseName: string,
  error: AppError,
  about: { processId?: string; instanceId?: string },
): Promise<void> {
  if (!context.principal) return countStranger(context.address, useCaseName);
  const actor = actorOf(context.principal);
  try {
    await db().$transaction((tx) =>
      appendLedger(tx, {
        stream: `refusal:${about.processId ?? about.instanceId ?? '-'}:${hourOf(new Date())}`,
        actor,
        cause: useCaseName,
        events: [
          {
            type: 'attempt.refused',
            data: { useCase: useCaseName, code: error.code, message: error.userMessage, ...about },
          },
        ],
      }),
    );
  } catch (failure) {
    console.error(
      JSON.stringify({ level: 'error', message: 'a refusal could not be recorded', useCaseName }),
      failure,
    );
  }
}
