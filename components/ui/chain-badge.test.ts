import { describe, expect, it } from 'vitest';
import { chainWording } from './chain-badge';

describe('chain badge', () => {
  it('says what an intact chain doesn’t cover', () => {
    expect(chainWording({ state: 'intact', seq: 1204331 })).toMatchObject({
      text: 'Chain intact to seq',
      seq: '1,204,331',
      caveat: 'deletion at the end is not detectable yet',
    });
  });

  it('says who checked and when', () => {
    const wording = chainWording({ state: 'verified', seq: 7, by: 'browser', at: '2026-11-20T14:06:22Z' });
    expect(wording.detail).toBe('Checked by this browser, 14:06:22 UTC');
  });
});
