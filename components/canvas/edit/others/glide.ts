import type { Viewport } from 'reactflow';

/** How long a movement to where somebody looks now takes, in milliseconds: until about the next is told. */
export const GLIDE_MS = 220;

/** What is moved, and the clock by which it moves. */
export interface Stage {
  get(): Viewport;
  set(viewport: Viewport): void;
  /** Calls back before the next frame is drawn, with the time in milliseconds. @returns what takes that back */
  frame(work: (now: number) => void): () => void;
  /** Whether movements should be left out. */
  still(): boolean;
}

export interface Glide {
  /** Moves there, from wherever it is now. */
  to(target: Viewport): void;
  /** The viewport changed, by this or by somebody else. */
  moved(): void;
  stop(): void;
}

/**
 * Moves a viewport after somebody's. It knows its own movements by where they lead, so that every other, whichever way
 * it was made, is the person's own wish to look elsewhere.
 * @param onTaken is told when somebody else moved it; nothing is moved any more then
 */
export function createGlide(stage: Stage, onTaken: () => void): Glide {
  let own = stage.get();
  let cancel = () => {};
  let over = false;
  const put = (viewport: Viewport) => {
    own = viewport;
    stage.set(viewport);
  };
  const stop = () => {
    over = true;
    cancel();
  };
  return {
    to(target) {
      cancel();
      if (over) return;
      if (stage.still()) return put(target);
      const from = stage.get();
      let began: number | undefined;
      const step = (now: number) => {
        began ??= now;
        const share = Math.min(1, (now - began) / GLIDE_MS);
        put(share === 1 ? target : between(from, target, share));
        if (share < 1 && !over) cancel = stage.frame(step);
      };
      cancel = stage.frame(step);
    },
    moved() {
      if (over || same(stage.get(), own)) return;
      stop();
      onTaken();
    },
    stop,
  };
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

const between = (from: Viewport, to: Viewport, share: number): Viewport => ({
  x: mix(from.x, to.x, share),
  y: mix(from.y, to.y, share),
  zoom: mix(from.zoom, to.zoom, share),
});

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
const same = (a: Viewport, b: Viewport): boolean => near(a.x, b.x) && near(a.y, b.y) && near(a.zoom, b.zoom);
