import { expect, it } from 'vitest';
import { detailAt } from './detail';

it('leaves out labels below 40 %, and icons below 20 %', () => {
  expect([4, 1, 0.4, 0.399, 0.2, 0.199, 0.1].map(detailAt)).toEqual([
    'full',
    'full',
    'full',
    'icons',
    'icons',
    'blocks',
    'blocks',
  ]);
});
