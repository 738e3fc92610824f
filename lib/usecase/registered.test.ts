import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import '@/lib/everything';
import { allUseCases } from './define';

const root = path.resolve(import.meta.dirname, '..');

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(full);
    else if (/\.ts$/.test(entry.name) && !entry.name.includes('.test.')) yield full;
  }
}

describe('the registry of use cases', () => {
  it('holds every defineUseCase of the sources, each under its own name', () => {
    const names = new Set(allUseCases().map((one) => one.meta.name));
    const written = [...sources(root)]
      .filter((file) => !file.endsWith('usecase/define.ts'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/defineUseCase\(\s*\{\s*name: '([\w.-]+)'/g)].map(
          (match) => match[1]!,
        ),
      );
    expect(written.length).toBeGreaterThan(35);
    expect(written.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(written).size).toBe(written.length);
  });
});
