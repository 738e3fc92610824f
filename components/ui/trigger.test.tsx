import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { asTrigger } from './trigger';

type Pressed = { onClick: (event: { defaultPrevented: boolean }) => void; className: string };

function pressed(own: (() => void) | undefined, defaultPrevented: boolean): string[] {
  const order: string[] = [];
  const button = (
    <button type="button" className="own" onClick={own && (() => order.push('own'))}>
      File
    </button>
  );
  const trigger = asTrigger(button, { onClick: () => order.push('ours') }) as ReactElement<Pressed>;
  expect(trigger.props.className).toBe('own');
  trigger.props.onClick({ defaultPrevented });
  return order;
}

describe('a button that opens something', () => {
  it('does what it did before, then opens', () => {
    expect(pressed(() => {}, false)).toEqual(['own', 'ours']);
    expect(pressed(undefined, false)).toEqual(['ours']);
  });

  it('doesn’t open where its own handler prevented the default', () => {
    expect(pressed(() => {}, true)).toEqual(['own']);
  });

  it('leaves words alone: they are no element', () => {
    expect(asTrigger('File', { onClick: () => undefined })).toBe('File');
  });
});
