import type { StoreApi } from 'zustand/vanilla';
import { betweenSigns, MAX_ID, MAX_SELECTED, type Place } from '@/lib/presence/types';
import type { PresenceState } from '../store/company';
import type { EditorStore } from '../store/editor-store';

/** What a window says of itself. */
export interface Sign {
  id: string;
  selection: readonly string[];
  place?: Place | undefined;
  follows?: string | undefined;
}

/** What this window tells of itself, and when. */
export interface Signs {
  /** Gives one now, as when it was asked for. */
  give(): void;
  /** Gives one when there is something new and somebody to see it, at most a few a second; the last one always. */
  giveIfNew(): void;
  /** A connection began under this name; others know nothing of this window yet. */
  begin(id: string): void;
  stand(place: Place | undefined): void;
  stop(): void;
}

/**
 * @param state who is there, and whom this window follows
 * @param tell takes a sign to the server; failing is no matter, the next one follows
 */
export function createSigns(
  editor: EditorStore,
  state: StoreApi<PresenceState>,
  tell: (sign: Sign) => Promise<unknown>,
): Signs {
  let told = '';
  let place: Place | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const signOf = (id: string): Sign => {
    const { people, following } = state.getState();
    const { selection } = editor.getState();
    const watched = people.some(({ follows }) => follows === id);
    return {
      id,
      selection: selection.filter((each) => each.length <= MAX_ID).slice(0, MAX_SELECTED),
      place: place && !watched ? { ...place, view: undefined } : place,
      follows: following ?? undefined,
    };
  };
  const give = () => {
    const { self } = state.getState();
    if (!self) return;
    const sign = signOf(self);
    told = JSON.stringify(sign);
    tell(sign).catch(() => undefined);
  };
  const giveIfNew = () => {
    const { self, people } = state.getState();
    if (!self || timer !== undefined || people.length < 2) return;
    if (told === JSON.stringify(signOf(self))) return;
    give();
    timer = setTimeout(() => {
      timer = undefined;
      giveIfNew();
    }, betweenSigns(people.length));
  };
  return {
    give,
    giveIfNew,
    begin(id) {
      told = JSON.stringify({ id, selection: [] });
    },
    stand(now) {
      place = now && now.plane.length <= MAX_ID ? now : undefined;
      giveIfNew();
    },
    stop: () => clearTimeout(timer),
  };
}
