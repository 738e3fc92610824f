import type { Block } from './arbitrary';
import type { ProcessBuilder } from './builder';

/** Blocks contain blocks whose drawers are in other files; `draw.ts` puts the function that knows them all here. */
export const drawers: { draw(builder: ProcessBuilder, block: Block): void } = {
  draw() {
    throw new Error('draw.ts has not been loaded');
  },
};
