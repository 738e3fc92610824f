import { expect, it } from 'vitest';
import { refusalWords } from './permission-words';
import { MATRIX, type Permission } from './permissions';

it('says what somebody may not do, who may, what they are and whom to ask', () => {
  expect(refusalWords(['operator'], 'models.edit')).toBe(
    'Only designers may change drafts. Your role is operator. Ask an administrator for the role of designer.',
  );
  expect(refusalWords(['designer', 'reviewer', 'operator'], 'settings.see')).toBe(
    'Only administrators and auditors may see the settings. Your roles are designer, reviewer and operator. Ask an administrator for the role of administrator or auditor.',
  );
  expect(refusalWords([], 'models.see')).toMatch(
    /^Only administrators, designers, operators and auditors may see .*\. You have no role yet\. Ask an administrator/,
  );
});

it.each(Object.keys(MATRIX) as Permission[])('%s: words, no name of ours', (permission) => {
  expect(refusalWords([], permission)).toMatch(/^Only [a-z, ]+ may [a-z, ]+\. You have no role yet\. [A-Z]/);
  expect(refusalWords([], permission)).not.toContain(permission);
});
