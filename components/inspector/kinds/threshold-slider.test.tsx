import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ThresholdSlider } from './threshold-slider';

const html = (value: number, source: 'schema-checks' | 'self-report') =>
  renderToStaticMarkup(<ThresholdSlider value={value} source={source} onChange={() => undefined} />);

it('is one control on one scale: the slider covers the numbers it is about', () => {
  const measured = html(0.9, 'schema-checks');
  expect(measured.match(/<svg/g)).toHaveLength(1);
  expect(measured).toMatch(/type="range"[^>]*min="0.5"[^>]*max="1"/);
  expect(measured).toContain('value="0.9"');
  expect(measured).toContain('Below this a person should look</label>');
});

it('shows no scale for what is not measured, and stays at its beginning for what lies below', () => {
  expect(html(0.9, 'self-report')).not.toContain('<svg');
  expect(html(0.3, 'schema-checks')).toContain('value="0.5"');
});
