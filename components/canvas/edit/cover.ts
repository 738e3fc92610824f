/** A press that moves no further than this is a click, in CSS pixels. */
const CLICK = 3;

/** What is read of a mouse event. */
interface Mouse {
  type: string;
  clientX: number;
  clientY: number;
}

/**
 * When to cover the drawing: while the mouse drags it or something on it. Finding out what is under the pointer costs
 * the browser as much as drawing the movement where a hundred elements are, and nobody asks: who drags listens to the
 * window.
 * @param set covers or uncovers
 */
export function createCover(set: (on: boolean) => void) {
  let began: Mouse | null = null;
  return {
    cover: set,
    /** The drawing begins to move. Wheel and touch go on to what they began on, so they need it uncovered. */
    onMoveStart: (event: unknown) => {
      began = isMouse(event, 'mousedown') ? event : null;
    },
    /** Not before the mouse has moved: a click has to reach what it is for. */
    onMove: (event: unknown) => {
      if (!began || !isMouse(event, 'mousemove')) return;
      if (Math.hypot(event.clientX - began.clientX, event.clientY - began.clientY) > CLICK) set(true);
    },
    onMoveEnd: () => {
      began = null;
      set(false);
    },
  };
}

const isMouse = (event: unknown, type: string): event is Mouse =>
  (event as Mouse | null | undefined)?.type === type;
