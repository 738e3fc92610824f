import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ConfidenceScale } from './confidence-scale';
import { confidenceWording } from './confidence-wording';
import { scaleGeometry } from './scale-geometry';

describe('confidence wording', () => {
  it('gives word, number, verdict and what the number is made of', () => {
    const wording = confidenceWording({ value: 0.82, threshold: 0.9, source: 'logprobs' });
    expect(wording).toMatchObject({ word: 'Medium confidence', number: '0.82', verdict: 'below 0.90' });
    expect(wording.sentence).toBe(
      'Medium confidence, 0.82, below the threshold of 0.90. Model score × field checks.',
    );
  });

  it('rounds down, so that a value below the threshold never looks equal to it', () => {
    const wording = confidenceWording({ value: 0.8999, threshold: 0.9, source: 'schema-checks' });
    expect(wording.number).toBe('0.89');
    expect(wording.verdict).toBe('below 0.90');
  });

  it('is not fooled by binary fractions', () => {
    expect(confidenceWording({ value: 0.29, source: 'logprobs' }).number).toBe('0.29');
  });

  it('never shows a model’s own opinion as a number', () => {
    const wording = confidenceWording({ value: 0.95, threshold: 0.9, source: 'self-report' });
    expect(wording.number).toBeUndefined();
    expect(wording.sentence).not.toMatch(/\d/);
    const html = renderToStaticMarkup(<ConfidenceScale value={0.95} threshold={0.9} source="self-report" />);
    expect(html).not.toMatch(/<svg|0\.9/);
    expect(html).toContain('not measured');
  });
});

describe('confidence scale', () => {
  it('is linear from 0.50 to 1.00 with a tick every 0.01', () => {
    const scale = scaleGeometry(196);
    expect([scale.x(0.5), scale.x(0.75), scale.x(1)]).toEqual([6, 98, 190]);
    expect(scale.ticks.match(/M/g)).toHaveLength(51);
    expect(scale.ticks.match(/v8/g)).toHaveLength(6);
  });

  it('keeps values before its beginning at the end', () => {
    expect(scaleGeometry(196).x(0.2)).toBe(6);
  });

  it('has a text in place of the picture', () => {
    const html = renderToStaticMarkup(
      <ConfidenceScale value={0.82} threshold={0.9} source="schema-checks" />,
    );
    expect(html).toContain('aria-label="Medium confidence, 0.82, below the threshold of 0.90.');
  });
});
