'use client';

import { useEffect } from 'react';
import { SIGNED_CHANNEL } from './signed-channel';

/** Tells the window with the decision that somebody is back from the identity provider. */
export function SignedWindow({ refused }: { refused: string | null }) {
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_CHANNEL);
    channel.postMessage({ refused });
    channel.close();
    if (refused === null) window.close();
  }, [refused]);
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4">
      <div className="w-full max-w-[380px] rounded-lg border border-line bg-surface p-6">
        <h1 className="mb-2 text-lg font-semibold">{refused ? 'Not signed' : 'You signed in again'}</h1>
        <p>{refused ?? 'Your decision is signed in the window you came from.'}</p>
        <p className="mt-2 text-muted">You can close this window.</p>
      </div>
    </main>
  );
}
