import { SIGNED_CHANNEL, type SignedMessage } from '../account/signed-channel';
import type { ApiResult } from '../common/api-client';

/** Longest time that is waited for who signs in, in milliseconds: the server waits no longer. */
const WAIT_MS = 5 * 60_000;

/**
 * Opens the identity provider in a window of its own, and waits until somebody is back from it.
 * @param begin asks the server where to
 * @param signal aborts when it isn't wanted any more
 */
export async function signInAgain(
  begin: () => Promise<ApiResult<{ confirmation: string; url: string }>>,
  signal: AbortSignal,
): Promise<{ confirmation: string } | { refused: string }> {
  // Before anything is waited for: browsers open windows only on a click.
  const popup = window.open('', '_blank', 'popup,width=520,height=720');
  if (!popup)
    return { refused: 'The browser did not open a window. Allow it for this site, then sign again.' };
  const answer = await begin();
  if (!answer.ok) {
    popup.close();
    return { refused: answer.problem.detail };
  }
  const back = comingBack(signal);
  popup.opener = null;
  popup.location.href = answer.body.url;
  const refused = await back;
  return refused === null ? { confirmation: answer.body.confirmation } : { refused };
}

/** Why it came to nothing, or null. What is true of it only the server knows, which is asked afterwards. */
function comingBack(signal: AbortSignal): Promise<string | null> {
  const channel = new BroadcastChannel(SIGNED_CHANNEL);
  let late: ReturnType<typeof setTimeout> | undefined;
  return new Promise<string | null>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<SignedMessage>) => resolve(data.refused);
    late = setTimeout(() => resolve('Nobody came back from the single sign-on. Sign again.'), WAIT_MS);
    signal.addEventListener('abort', () => resolve('Given up.'));
  }).finally(() => {
    clearTimeout(late);
    channel.close();
  });
}
