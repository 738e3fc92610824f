import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FormField } from '@/lib/forms';
import { FormFields } from './form-fields';

const choice = (...labels: string[]): FormField => ({
  key: 'reason',
  label: 'Reason',
  type: 'choice',
  required: true,
  description: 'Why it is so',
  options: labels.map((label, i) => ({ value: `v${i}`, label })),
});
const drawn = (field: FormField, value?: string) =>
  renderToStaticMarkup(
    <FormFields
      form={{ fields: [field] }}
      values={value ? { reason: value } : {}}
      onSubmit={() => undefined}
    />,
  );

describe('a field with choices', () => {
  it('is a drop-down while each fits a line of it', () => {
    const html = drawn(choice('Yes', 'No'));
    expect(html).toContain('<select');
    expect(html).not.toContain('type="radio"');
  });

  it('has its choices below each other, whole, when one wouldn’t fit', () => {
    const long = 'The delivery was late and the customer was told about it beforehand';
    const html = drawn(choice('No', long), 'v1');
    expect(html).not.toContain('<select');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).toContain(long);
    expect(html).toMatch(/role="radiogroup" aria-labelledby="([^"]+)"[^>]*><p id="\1"[^>]*>Reason/);
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="v1"|<input[^>]*value="v1"[^>]*checked=""/);
    expect(html).toContain('Why it is so');
  });
});
