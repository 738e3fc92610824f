import { expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { approvalStep, model, sequence } from '@/lib/testing/models';
import { runScenario, type Step } from '.';

/** An approval with more to it. */
function documentOf(attributes: string, extensions = '') {
  const step = approvalStep('Pay').xml.replace(
    '<countersign:approval',
    `${extensions}<countersign:approval ${attributes}`,
  );
  const imported = importBpmn(model(sequence([{ id: 'Pay', xml: step }])));
  if (!imported.ok) throw new Error(imported.message);
  return imported.document;
}
const approve: Step = { at: 'Pay', form: {}, outcome: 'approve' };

it.each([
  ['is signed', 'signature="true" meaning="I have read it."', ''],
  [
    'is counted by a calendar, which is the standard week here',
    '',
    '<zeebe:taskSchedule dueDate="P2D" /><countersign:reminder repeat="R2/PT4H" /><countersign:workingTime calendar="office" />',
  ],
])('an approval that %s is decided without a server', (_name, attributes, extensions) => {
  const scenario = { scenario: 'x', steps: [approve], expect: { status: 'completed' as const } };
  expect(runScenario(documentOf(attributes, extensions), scenario)).toMatchObject({ ok: true });
});
