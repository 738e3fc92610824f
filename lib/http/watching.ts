import 'server-only';
import type { CallContext } from '@/lib/usecase/context';
import type { UseCase } from '@/lib/usecase/define';
import { eventStream, type StreamMessage } from './event-stream';
import { whileAllowed } from './while-allowed';

/** The same call by whoever the caller is by now. */
export const byNow = async (context: CallContext): Promise<CallContext> => ({
  ...context,
  principal: context.again ? await context.again() : context.principal,
});

/**
 * What a use case lets somebody watch, as a Server-Sent Events response. The use case is asked again every few
 * seconds, with the roles, the groups and the session of then: its refusal ends the stream.
 */
export async function watching<Input>(
  watch: UseCase<Input, (signal: AbortSignal) => AsyncIterable<StreamMessage>>,
  context: CallContext,
  input: unknown,
): Promise<Response> {
  const source = await watch(context, input);
  const gone = context.gone ?? new AbortController().signal;
  return eventStream(
    whileAllowed(gone, async () => watch(await byNow(context), input)),
    source,
  );
}
