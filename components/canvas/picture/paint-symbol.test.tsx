import { describe, expect, it } from 'vitest';
import { ElementSymbol } from '@/components/bpmn/element-symbol';
import { type Pen, paintSymbol } from './paint-symbol';

/** A pen that writes down what it is told. */
function recording() {
  const told: string[] = [];
  const state = { alpha: 1, fill: '', stroke: '', width: 1 };
  const pen = {
    save: () => told.push('save'),
    restore: () => told.push('restore'),
    translate: (x: number, y: number) => told.push(`translate ${x} ${y}`),
    scale: (x: number, y: number) => told.push(`scale ${x} ${y}`),
    rotate: (by: number) => told.push(`rotate ${by.toFixed(2)}`),
    setLineDash: (dash: number[]) => told.push(`dash ${dash.join(' ')}`),
    fill: (path: unknown) => told.push(`fill ${path} ${state.fill} ${state.alpha}`),
    stroke: (path: unknown) => told.push(`stroke ${path} ${state.stroke} ${state.width}`),
    set fillStyle(value: string) {
      state.fill = value;
    },
    set strokeStyle(value: string) {
      state.stroke = value;
    },
    set lineWidth(value: number) {
      state.width = value;
    },
    get globalAlpha() {
      return state.alpha;
    },
    set globalAlpha(value: number) {
      state.alpha = value;
    },
  };
  const path = (d = '') => {
    let text = d;
    return {
      arc: (x: number, y: number, r: number) => {
        text += `circle ${x} ${y} ${r}`;
      },
      roundRect: (x: number, y: number, w: number, h: number, r: number) => {
        text += `rect ${x} ${y} ${w} ${h} ${r}`;
      },
      toString: () => text,
    } as never;
  };
  const options = { colour: (css: string) => css.replace(/var\(--([\w-]+)\)/, '$1'), leastLine: 1, path };
  return { told, pen: pen as unknown as Pen, options };
}

describe('a symbol on a canvas', () => {
  it('is made of the same shapes, with the paint of the groups around them', () => {
    const { told, pen, options } = recording();
    paintSymbol(
      pen,
      <g fill="none" stroke="var(--ink)" strokeWidth={3} transform="translate(5 6) scale(2)">
        <circle r={4} fill="var(--surface)" />
        <path d="M0 0L9 9" strokeWidth={0.2} strokeDasharray="3 1" />
      </g>,
      options,
    );
    expect(told.filter((each) => !/save|restore/.test(each))).toEqual([
      'translate 5 6',
      'scale 2 2',
      'fill circle 0 0 4 surface 1',
      'dash ',
      'stroke circle 0 0 4 ink 3',
      'dash 3 1',
      'stroke M0 0L9 9 ink 0.5',
    ]);
    expect(told.filter((each) => each === 'save')).toHaveLength(
      told.filter((each) => each === 'restore').length,
    );
  });

  it('draws what an element does in an instance: tint, ring and badge', () => {
    const { told, pen, options } = recording();
    const spec = { shape: 'task', bpmnType: 'bpmn:UserTask', width: 100, height: 80 } as const;
    paintSymbol(pen, <ElementSymbol spec={spec} state="incident" labels="none" compact />, options);
    expect(told.some((each) => each.startsWith('fill rect 0 0 100 80 10 incident'))).toBe(true);
    expect(told.filter((each) => /^stroke rect -.* incident 1\.3$/.test(each))).toHaveLength(2);
  });

  it('makes faint what was not reached, and only that', () => {
    const { told, pen, options } = recording();
    const spec = { shape: 'gateway', bpmnType: 'bpmn:ExclusiveGateway', width: 50, height: 50 } as const;
    paintSymbol(pen, <ElementSymbol spec={spec} state="notReached" labels="none" />, options);
    expect(told.find((each) => each.startsWith('fill M'))).toMatch(/ surface 0\.4$/);
  });
});
