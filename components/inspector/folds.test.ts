import { describe, expect, it } from 'vitest';
import { readFolds, toggled } from './folds';

describe('folded sections', () => {
  it('are read as they were kept', () => {
    expect(readFolds('{"approval":["Form"],"ai-call":[]}')).toEqual({ approval: ['Form'], 'ai-call': [] });
  });

  it.each([null, '', 'x', '[]', 'null', '7', '{"a":7}', '{"a":[7]}'])('are none in %s', (text) => {
    expect(readFolds(text)).toEqual({});
  });

  it('are folded and unfolded', () => {
    expect(toggled(['Form'], 'Who')).toEqual(['Form', 'Who']);
    expect(toggled(['Form', 'Who'], 'Form')).toEqual(['Who']);
  });
});
