import { describe, expect, it } from 'vitest';
import {
  badgePosition,
  diamondPath,
  RING,
  ringLines,
  ringOffset,
  selectionOffset,
  strokeOf,
} from './geometry';

describe('state rings', () => {
  it('lie half the stroke, 3 px and half the ring outside of the nominal shape', () => {
    expect(ringOffset(2, 1.5)).toBe(4.75);
    expect(ringOffset(2, 3)).toBe(5.5);
    expect(ringOffset(4, 3)).toBe(6.5);
  });

  it('are two lines of 1.3 with 1.4 between for an incident, 4 px in all', () => {
    const [inner = 0, outer = 0] = ringLines(2, RING.incident);
    expect(inner).toBeCloseTo(4.65);
    expect(outer).toBeCloseTo(7.35);
    expect(outer - inner - RING.incident.line).toBeCloseTo(1.4);
    expect(outer - inner + RING.incident.line).toBeCloseTo(RING.incident.width);
  });

  it('leave 3 px clear of the stroke of every shape', () => {
    for (const shape of ['task', 'event', 'gateway', 'callActivity'] as const) {
      const stroke = strokeOf({ shape });
      for (const ring of Object.values(RING)) {
        expect((ringLines(stroke, ring)[0] ?? 0) - ring.line / 2 - stroke / 2).toBeCloseTo(3);
      }
    }
  });

  it('differ from each other by more than colour', () => {
    const looks = Object.values(RING).map(
      (ring) => `${ring.width}/${ring.dash ?? 'solid'}/${ring.double ?? ''}`,
    );
    expect(new Set(looks).size).toBe(looks.length);
  });
});

describe('shapes', () => {
  it('grow a diamond along the normals of its edges', () => {
    expect(diamondPath(50, 50)).toBe('M25 0L50 25L25 50L0 25z');
    expect(diamondPath(50, 50, 4.75)).toBe('M25 -6.72L56.72 25L25 56.72L-6.72 25z');
  });

  it('show position by stroke: start 2, end 4, others 1.5', () => {
    expect(strokeOf({ shape: 'event', position: 'start' })).toBe(2);
    expect(strokeOf({ shape: 'event', position: 'end' })).toBe(4);
    expect(strokeOf({ shape: 'event', position: 'boundary' })).toBe(1.5);
  });

  it('select outside of a ring', () => {
    expect(selectionOffset(true)).toBeGreaterThan(ringOffset(2, 3) + 1.5);
    expect(selectionOffset(false)).toBe(7);
  });

  it('put the badge on the corner of a task and off the corners of a gateway', () => {
    expect(badgePosition({ shape: 'task', width: 100, height: 80 }, 'bottomLeft')).toEqual({ x: 0, y: 80 });
    expect(badgePosition({ shape: 'gateway', width: 50, height: 50 }, 'topRight')).toEqual({ x: 44, y: 44 });
  });
});
