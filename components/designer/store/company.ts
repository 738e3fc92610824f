import type { StoreApi } from 'zustand/vanilla';
import type { Participant, Place, PresenceEvents } from '@/lib/presence/types';

export interface PresenceState {
  /** This window, while it is connected. */
  self: string | null;
  /** Everybody with the draft open, this window included. */
  people: readonly Participant[];
  /** Where they are in the drawing, by window. */
  places: ReadonlyMap<string, Place>;
  /** The window whose view this one follows. */
  following: string | null;
}

/** What is told of the conversations about the draft: some as they are now, or that some may have been missed. */
export type Spoken = PresenceEvents['conversations']['threads'] | 'missed';

/** The others on this draft. */
export interface Company {
  state: StoreApi<PresenceState>;
  /** Where this window is now; undefined when it shows no drawing that could be edited. */
  stand(place: Place | undefined): void;
  /** Follows the view of a window, or nobody's. @returns false where that would lead back to this one */
  follow(id: string | null): boolean;
  /** Listens to what is said about the draft. @returns ends that */
  hear(listen: (spoken: Spoken) => void): () => void;
}
