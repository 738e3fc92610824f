import { createStore } from 'zustand/vanilla';
import type { PresenceEvents } from '@/lib/presence/types';
import { openLine, type Stream } from '../presence/line';
import type { Company, PresenceState, Spoken } from '../store/company';

/** Names this window while it hears: it isn't among those who draw, so the server gives it no name. */
const HERE = 'reader';
const NOBODY: PresenceState = { self: null, people: [], places: new Map(), following: null };

/** Hears what is said about a draft that isn't drawn here, and is seen by nobody. */
export function hearConversations(open: () => Stream): Company & { stop: () => void } {
  const state = createStore<PresenceState>(() => NOBODY);
  const hearers = new Set<(spoken: Spoken) => void>();
  const speak = (spoken: Spoken) => {
    for (const hear of hearers) hear(spoken);
  };
  const line = openLine({
    open,
    events: {
      // The first event, too: what was said before.
      missed: () => {
        state.setState({ self: HERE });
        speak('missed');
      },
      conversations: ({ threads }: PresenceEvents['conversations']) => speak(threads),
    },
    lost: () => state.setState(NOBODY),
  });
  return {
    state,
    stand: () => undefined,
    follow: () => false,
    hear(listen) {
      hearers.add(listen);
      return () => hearers.delete(listen);
    },
    stop: line.stop,
  };
}

/** The line over the public API. */
export const conversationsOverHttp = (processId: string) => (): Stream =>
  new EventSource(`/api/v1/processes/${encodeURIComponent(processId)}/presence?only=conversations`);
