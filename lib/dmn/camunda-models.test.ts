import { describe, expect, it } from 'vitest';
import type { Json } from '@/engine/compile/feel';
import { corporaMissing, corpusFile } from '@/lib/bpmn/corpora';
import { decodeXml } from '@/lib/bpmn/xml/decode';
import { compileDecision, describeDmnProblem } from './index';
import { decision, input, literal, model, table } from './testing/build';

const now = '2026-03-01T10:00:00Z';

function run(source: string, variables: Record<string, Json>, id = 'd') {
  const compiled = compileDecision(source, id);
  if (!compiled.ok) throw new Error(compiled.problems.map(describeDmnProblem).join(' '));
  return compiled.decision.evaluate({ variables, now });
}

describe('models that declare no input data', () => {
  const discount = decision(
    'discount',
    table({
      inputs: ['customer.level'],
      outputs: [{ name: 'percent' }],
      rules: [
        ['"gold"', '10'],
        ['-', '0'],
      ],
      hitPolicy: 'FIRST',
    }),
  );

  it('read process variables, and tell which do not exist', () => {
    expect(run(model(discount), { customer: { level: 'gold' } }, 'discount')).toMatchObject({
      value: 10,
      missing: [],
    });
    expect(run(model(discount), {}, 'discount')).toMatchObject({ value: 0, missing: ['customer'] });
    const compiled = compileDecision(model(discount), 'discount');
    expect(compiled.ok && compiled.decision.inputs).toEqual([{ name: 'customer' }]);
  });

  it.each(['percent', 'discount'])('read the result of a required decision as %s', (name) => {
    const source = model(discount, decision('d', literal(`${name} + 1`), { requires: ['discount'] }));
    expect(run(source, { customer: { level: 'gold' }, percent: 99 })).toMatchObject({ value: 11 });
  });

  it('read several output columns by their names', () => {
    const two = decision(
      'two',
      table({ inputs: [], outputs: [{ name: 'x' }, { name: 'y' }], rules: [['1', '2']] }),
    );
    expect(run(model(two, decision('d', literal('x + y'), { requires: ['two'] })), {})).toMatchObject({
      value: 3,
    });
  });

  it('take the numbers of Java and dates that are texts', () => {
    const column = (text: string, typeRef: string, test: string) =>
      model(
        decision(
          'd',
          table({ inputs: [text], outputs: [{}], rules: [[test, '1']] }).replace(
            '<inputExpression>',
            `<inputExpression typeRef="${typeRef}">`,
          ),
        ),
      );
    expect(run(column('n', 'integer', '> 3'), { n: 4 })).toMatchObject({ value: 1 });
    expect(run(column('n', 'long', '> 3'), { n: 'x' })).toMatchObject({ ok: false });
    expect(run(column('due', 'date', '> date("2026-01-01")'), { due: '2026-01-02' })).toMatchObject({
      value: 1,
    });
  });
});

describe('names that a model declares', () => {
  it('are seen only where they are required, as the standard says', () => {
    const source = model(
      input('secret', 'number'),
      decision('other', literal('1')),
      decision('d', literal('[secret, other]')),
    );
    expect(run(source, { secret: 1, other: 2 })).toMatchObject({ value: [null, null] });
  });
});

describe.skipIf(corporaMissing)(`a model from the field ${corporaMissing ?? ''}`, () => {
  it('decides the approvers of an invoice', () => {
    const source = decodeXml(
      corpusFile('core/02-realistic', 'camunda-bpm-platform__invoiceBusinessDecisions.dmn'),
    );
    const invoice = (amount: number, invoiceCategory: string) =>
      run(source, { amount, invoiceCategory }, 'invoice-assign-approver');
    expect(invoice(100, 'Misc')).toMatchObject({
      value: ['accounting', 'sales'],
      decisions: { 'Invoice Classification': 'day-to-day expense' },
    });
    expect(invoice(500, 'Misc')).toMatchObject({ value: ['management'] });
    expect(invoice(5_000, 'Misc')).toMatchObject({ value: ['management'] });
    expect(invoice(5_000, 'Bribes')).toMatchObject({
      ok: false,
      problems: [{ decision: 'Invoice Classification', column: expect.any(String) }],
    });
  });
});
