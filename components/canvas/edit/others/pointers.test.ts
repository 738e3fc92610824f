import { expect, it } from 'vitest';
import { pointersOn } from './pointers';

const others = ['ada', 'ben', 'cy', 'di'].map((id) => ({ id, name: id.toUpperCase(), selection: [] }));

it('shows who points at the plane that is shown, and nobody else', () => {
  const places = new Map([
    ['ada', { plane: 'here', pointer: { x: 1, y: 2 } }],
    ['ben', { plane: 'there', pointer: { x: 3, y: 4 } }],
    ['cy', { plane: 'here' }],
    ['me', { plane: 'here', pointer: { x: 5, y: 6 } }],
  ]);
  expect(pointersOn('here', others, places)).toEqual([{ id: 'ada', name: 'ADA', x: 1, y: 2 }]);
  expect(pointersOn('there', others, places).map(({ id }) => id)).toEqual(['ben']);
});
