/** What is known of the canvas; React Flow's store has it, and more. */
export interface CanvasState {
  transform: readonly [x: number, y: number, zoom: number];
  width: number;
  height: number;
}

/** The canvas as what follows it needs it. */
export interface CanvasPort {
  getState(): CanvasState;
  subscribe(listen: (now: CanvasState, before: CanvasState) => void): () => void;
}

export const sameSize = (a: CanvasState, b: CanvasState): boolean =>
  a.width === b.width && a.height === b.height;

export const viewportOf = ({ transform: [x, y, zoom] }: CanvasState) => ({ x, y, zoom });
