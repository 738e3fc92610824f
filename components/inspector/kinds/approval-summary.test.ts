import { describe, expect, it } from 'vitest';
import { type ApprovalView, approvalSchema } from '@/lib/elements/approval/bpmn';
import { type Around, summary } from './approval-summary';
import { durationInWords } from './duration-words';

const around: Around = { name: (id) => id };
const said = (view: Partial<ApprovalView>, more: Partial<Around> = {}) =>
  summary(
    { ...approvalSchema.parse({ form: { json: '', foreign: null } }), ...view },
    { ...around, ...more },
  );

describe('an approval in one sentence', () => {
  it.each([
    [{}, 'Nobody yet: choose a person or a group. Nobody decides.'],
    [{ assignee: 'mia' }, 'mia decides.'],
    [{ candidateGroups: 'Finance', dueDate: 'PT4H' }, 'One person of Finance decides within 4 hours.'],
    [
      { candidateGroups: 'Finance', dueDate: 'P1DT4H', calendar: 'office' },
      'One person of Finance decides within 1 working day 4 working hours.',
    ],
    [{ candidateUsers: 'mia, jo' }, 'Mia, jo decides.'],
    [{ candidateGroups: '=team' }, 'One person of the result of team decides.'],
    [
      { candidateGroups: 'Finance', requiredIf: '= amount > 5', notInitiator: true, notDoneBy: ['Prepare'] },
      'One person of Finance decides, only if amount > 5; the person who started it and whoever did “Prepare” cannot.',
    ],
    [
      { candidateGroups: 'Finance', quorum: 'all', quorumOf: 3, rejection: 'first' },
      'All 3 in Finance must agree; one who turns it down decides at once.',
    ],
    [{ assignee: 'mia', signature: true }, 'mia decides; signed with a password.'],
    [{ candidateUsers: 'mia, jo', quorum: 'all' }, 'All of mia, jo must agree.'],
    [{ candidateUsers: 'mia, jo', quorum: 'count', quorumValue: 2 }, '2 of mia, jo must agree.'],
    [
      { candidateGroups: 'Finance', quorum: 'share', quorumValue: 60, quorumOf: 5 },
      '60 % of 5 in Finance must agree.',
    ],
  ] as [Partial<ApprovalView>, string][])('%j', (view, sentence) => {
    expect(said(view)).toBe(sentence);
  });

  it('says what the design asks for', () => {
    const view = {
      candidateGroups: 'Finance',
      quorum: 'count',
      quorumValue: 2,
      quorumOf: 5,
      dueDate: 'PT4H',
      notInitiator: true,
    } as const;
    const otherwise = [{ after: 'PT4H', to: 'CFO', interrupting: true }];
    expect(said(view, { otherwise })).toBe(
      '2 of 5 in Finance must agree within 4 hours; the person who started it cannot; otherwise, after 4 hours → CFO.',
    );
  });
});

describe('a duration in words', () => {
  it.each([
    ['PT1H', '1 hour'],
    ['P1DT4H30M', '1 day 4 hours 30 minutes'],
    ['P1M', '1 month'],
    ['PT1M', '1 minute'],
    ['P2W', '2 weeks'],
    ['soon', 'soon'],
    ['P', 'P'],
  ])('%s is %s', (text, words) => {
    expect(durationInWords(text)).toBe(words);
  });
});
