import type { DiagramNode } from '@/components/bpmn/types';
import { detailAt } from '../scene/detail';
import { type Board, boxOn, isOn } from './board';
import { box, container, outline, problem } from './boxes';
import { paintLines } from './lines';
import type { PictureScene } from './scene';
import { lookOf, makeSprite, type Sprite } from './sprites';

/** So many looks at most are kept; a diagram with more of them draws the rest as plain boxes. */
const MOST = 400;

/** So few looks are drawn anew for every zoom: putting images in place unstretched costs less than half. */
const FEW_LOOKS = 40;

/** Draws a diagram that is too small for words as one picture. Keeps what it has drawn of each look. */
export class Painter {
  private readonly sprites = new Map<string, Sprite>();
  private scale = 0;

  /** Forgets all looks, when colours change. */
  forget(): void {
    this.sprites.clear();
  }

  /**
   * Draws everything that is on the board.
   * @param exact false while the zoom changes from frame to frame: looks of another scale do, stretched.
   * @returns whether nothing was stretched
   */
  paint(board: Board, scene: PictureScene, exact: boolean): boolean {
    const { pen, view, width, height, density } = board;
    const detail = detailAt(view.zoom / density);
    const ratio = view.zoom / this.scale;
    if (ratio !== 1 && (exact || this.sprites.size <= FEW_LOOKS || ratio > 1.6 || ratio < 0.6)) {
      this.sprites.clear();
      this.scale = view.zoom;
    }
    pen.clearRect(0, 0, width, height);
    for (const node of scene.containers) if (isOn(board, node)) container(board, node);
    paintLines(board, scene.edges, scene.selected, detail !== 'blocks');
    const stretch = view.zoom / this.scale;
    for (const node of scene.shapes) if (isOn(board, node)) this.shape(board, node, stretch);
    for (const { node, level } of scene.marked) if (isOn(board, node)) problem(board, node, level);
    for (const node of scene.chosen) if (isOn(board, node)) outline(board, node);
    return stretch === 1;
  }

  private shape(board: Board, node: DiagramNode, stretch: number): void {
    const { pen } = board;
    const sprite = this.spriteOf(board, node);
    const { x, y } = boxOn(board, node);
    if (!sprite) box(board, node);
    else if (stretch === 1) pen.drawImage(sprite.image, Math.round(x + sprite.dx), Math.round(y + sprite.dy));
    else {
      const { image, dx, dy, width, height } = sprite;
      pen.drawImage(image, x + dx * stretch, y + dy * stretch, width * stretch, height * stretch);
    }
  }

  private spriteOf({ colour, density }: Board, node: DiagramNode): Sprite | undefined {
    const detail = detailAt(this.scale / density);
    const look = `${detail}${lookOf(node)}`;
    const known = this.sprites.get(look);
    if (known || this.sprites.size >= MOST) return known;
    const path = (d?: string) => (d === undefined ? new Path2D() : new Path2D(d));
    const made = makeSprite(node, detail, this.scale, density, { colour, path });
    this.sprites.set(look, made);
    return made;
  }
}
