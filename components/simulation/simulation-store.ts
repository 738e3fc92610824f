import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '@/engine/compile/problem';
import type { Executable } from '@/engine/core';
import type { ProcessDocument } from '@/lib/document';
import {
  begin,
  compileDraft,
  followConditions,
  perform,
  playSampleCase,
  type ScenarioStart,
  type Session,
  type Step,
} from '@/lib/simulation';
import { nextFrame } from './frames';

export type Speed = 0.5 | 1 | 2;

export interface SimulationState {
  document: ProcessDocument;
  /** What keeps the draft from being simulated. */
  problems: readonly Problem[];
  executables: readonly Executable[];
  /** The process that is simulated. */
  process: string;
  session: Session | null;
  /** How many of the session's events the picture shows. */
  shown: number;
  playing: boolean;
  speed: Speed;
  /** Gateways wait to be told where to go on; else they follow their conditions. */
  asking: boolean;
  /** Why the last thing wasn't done. */
  refused: string | null;
  choose(process: string): void;
  start(start: ScenarioStart): boolean;
  /** Begins, and answers whatever waits with samples until the process ends. */
  startSample(start: ScenarioStart): boolean;
  perform(step: Step): boolean;
  /** Shows the next move. */
  advance(): void;
  /** Shows everything that happened. */
  skip(): void;
  setPlaying(playing: boolean): void;
  setSpeed(speed: Speed): void;
  setAsking(asking: boolean): void;
  reset(): void;
}

export type SimulationStore = StoreApi<SimulationState>;

const followed = (session: Session): Session => followConditions(session, () => true);

/** Simulations begin at the real time, so that dates look right; cut to the minute. */
const clockNow = (): string => `${new Date().toISOString().slice(0, 16)}:00.000Z`;

/**
 * One simulation of a draft, from a session that was played already where one is given. It never touches the draft or
 * its history.
 */
export function createSimulation(document: ProcessDocument, replay?: Session): SimulationStore {
  const compiled = compileDraft(document);
  const executables = compiled.ok ? compiled.executables : [];
  return createStore<SimulationState>()((set, get) => ({
    document,
    problems: compiled.ok ? [] : compiled.problems,
    executables,
    process: replay?.executable.processKey ?? executables[0]?.processKey ?? '',
    session: replay ?? null,
    shown: replay ? nextFrame(replay.entries, 0) : 0,
    playing: true,
    speed: 1,
    asking: true,
    refused: null,
    choose: (process) => set({ process, session: null, shown: 0, refused: null }),
    start(start) {
      const { asking, process } = get();
      const executable = executables.find(({ processKey }) => processKey === process);
      if (!executable) return false;
      const begun = begin(executable, { start, clock: clockNow() });
      if (begun.ok) {
        const session = asking ? begun.session : followed(begun.session);
        set({ session, shown: nextFrame(session.entries, 0), refused: null });
      } else set({ refused: begun.message });
      return begun.ok;
    },
    startSample(start) {
      if (!get().start(start)) return false;
      const { session } = get();
      if (!session) return false;
      const played = playSampleCase(session);
      set({ session: played.session, refused: played.stopped });
      return true;
    },
    perform(step) {
      const { session, asking } = get();
      if (!session) return false;
      const moved = perform(session, step);
      if (!moved.ok) set({ refused: moved.message });
      else {
        const next = asking ? moved.session : followed(moved.session);
        set({ session: next, shown: nextFrame(next.entries, session.entries.length), refused: null });
      }
      return moved.ok;
    },
    advance: () => set(({ session, shown }) => ({ shown: nextFrame(session?.entries ?? [], shown) })),
    skip: () => set(({ session }) => ({ shown: session?.entries.length ?? 0 })),
    setPlaying: (playing) => set({ playing }),
    setSpeed: (speed) => set({ speed }),
    setAsking: (asking) =>
      set(({ session }) => ({ asking, session: session && !asking ? followed(session) : session })),
    reset: () => set({ session: null, shown: 0, refused: null, playing: true }),
  }));
}
