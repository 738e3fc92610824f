import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { later } from './later';

const Greeting = ({ who }: { who: string }) => <p>Hello {who}</p>;

describe('a part that comes later', () => {
  it('is its place on the server, loaded or not: the browser’s first drawing is the same', async () => {
    const Part = later(async () => Greeting, {
      name: 'The greeting',
      place: ({ who }) => <p aria-busy="true">{who} is waited for</p>,
    });
    const place = '<p aria-busy="true">Mia is waited for</p>';
    expect(renderToStaticMarkup(<Part who="Mia" />)).toBe(place);
    await Part.preload();
    expect(renderToStaticMarkup(<Part who="Mia" />)).toBe(place);
  });

  it('has no place unless it is given one', () => {
    const Part = later(async () => Greeting, { name: 'The greeting' });
    expect(renderToStaticMarkup(<Part who="Mia" />)).toBe('');
  });

  it('is fetched once, by however many ask', async () => {
    const load = vi.fn(async () => Greeting);
    const Part = later(load, { name: 'The greeting' });
    await Promise.all([Part.preload(), Part.preload()]);
    await Part.preload();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is fetched again after that failed', async () => {
    const load = vi.fn(async () => Greeting);
    load.mockRejectedValueOnce(new Error('offline'));
    const Part = later(load, { name: 'The greeting' });
    await expect(Part.preload()).rejects.toThrow('offline');
    await expect(Part.preload()).resolves.toBeUndefined();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
