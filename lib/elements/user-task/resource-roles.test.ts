import { describe, expect, it } from 'vitest';
import { also, draw, type Entry, expression, extensions } from '@/engine/compile/testing/draw';
import { compiled, compileX } from '@/lib/triggers/testing/compiled';
import { userTaskBpmn } from './bpmn';
import { rolesOf } from './resource-roles';

/** A role of the task X that says who by an expression. */
const says = (id: string, type: string, body: string, language?: string): Record<string, Entry> => ({
  [id]: { type, parent: 'X', containment: 'resources' },
  [`${id}E`]: {
    type: 'ResourceAssignmentExpression',
    parent: id,
    containment: 'resourceAssignmentExpression',
    values: { expression: expression(body, language) },
  },
});
const owner = (body: string, language?: string) => says('O', 'PotentialOwner', body, language);
const performer = (body: string, language?: string) => says('H', 'HumanPerformer', body, language);
/** A role that refers to a resource. */
const refers = (type: string, name: string): Record<string, Entry> => ({
  R: { type: 'Resource', attrs: { name } },
  O: { type, parent: 'X', containment: 'resources', refs: { resourceRef: 'R' } },
});

const drawn = (entries: Record<string, Entry>, values = {}) =>
  also(draw({ X: { type: 'UserTask', values } }, []), entries);
const nobody = { assignee: '', candidateUsers: '', candidateGroups: '', foreign: [] };

describe('the resource roles of a step', () => {
  const ROWS: [title: string, entries: Record<string, Entry>, roles: object][] = [
    ['name nobody', { O: { type: 'PotentialOwner', parent: 'X', containment: 'resources' } }, {}],
    ['name its performer', performer('kermit'), { assignee: 'kermit' }],
    ['name its performer as a user', performer('user(kermit)'), { assignee: 'kermit' }],
    ['compute its performer', performer('#{manager}'), { assignee: '#{manager}' }],
    ['compute its performer in FEEL', performer('manager', 'feel'), { assignee: '=manager' }],
    ['name the performer of any task', says('P', 'Performer', 'kermit'), { assignee: 'kermit' }],
    [
      'name the human performer before another one',
      { ...says('P', 'Performer', 'gonzo'), ...performer('kermit') },
      { assignee: 'kermit' },
    ],
    ['name a group', owner('management'), { candidateGroups: 'management' }],
    [
      'name users and groups',
      owner('user(kermit), group(management), accountancy,user(gonzo)'),
      { candidateUsers: 'kermit, gonzo', candidateGroups: 'management, accountancy' },
    ],
    [
      'name several owners',
      { ...owner('user(kermit)'), ...says('O2', 'PotentialOwner', 'user(gonzo)') },
      { candidateUsers: 'kermit, gonzo' },
    ],
    [
      'compute some of several',
      owner('group(management), group(#{team.name})'),
      { candidateGroups: '=flatten(["management", team.name])' },
    ],
    ['keep the commas of an expression', owner('=teams(1, 2)'), { candidateGroups: '=teams(1, 2)' }],
    ['refer to a group', refers('PotentialOwner', 'Sales'), { candidateGroups: 'Sales' }],
    [
      'refer to a group with a comma in its name',
      refers('PotentialOwner', 'Sales, EU'),
      { candidateGroups: '=["Sales, EU"]' },
    ],
    ['refer to the group of a performer', refers('HumanPerformer', 'Sales'), { candidateGroups: 'Sales' }],
    ['are in a language unknown here', performer('Property1', 'NCalc'), { foreign: ['NCalc'] }],
    ['are in a language that does not matter', owner('user(a)', 'urn:any'), { candidateUsers: 'a' }],
  ];
  it.each(ROWS)('%s', (_title, entries, roles) => {
    expect(rolesOf(drawn(entries), 'X')).toEqual({ ...nobody, ...roles });
  });
});

describe('a user task with resource roles', () => {
  it('is for them', () => {
    const both = { ...performer('kermit'), ...owner('user(gonzo), group(#{team})') };
    expect(compileX('UserTask', both).config).toMatchObject({
      assignee: { mode: 'static', value: 'kermit' },
      candidateUsers: { mode: 'static', value: 'gonzo' },
      candidateGroups: { mode: 'bounded', source: 'team' },
    });
  });

  it('is for whom an extension names, when one names anybody', () => {
    const values = extensions({ $type: 'zeebe:AssignmentDefinition', candidateGroups: 'sales' });
    expect(userTaskBpmn.read(drawn({ ...performer('kermit') }, values), 'X')).toMatchObject({
      assignee: '',
      candidateGroups: 'sales',
    });
  });

  it('is not for the group of its lane', () => {
    const lanes: Record<string, Entry> = {
      Set: { type: 'LaneSet', parent: 'P', containment: 'laneSets' },
      L: {
        type: 'Lane',
        parent: 'Set',
        containment: 'lanes',
        attrs: { name: 'Sales' },
        refs: { flowNodeRef: ['X'] },
      },
    };
    const groups = (entries: Record<string, Entry>) =>
      compileX('UserTask', { ...lanes, ...entries }).config as { candidateGroups?: { value: unknown } };
    expect(groups({ ...performer('kermit') }).candidateGroups).toBeUndefined();
    expect(groups({ ...performer('Property1', 'NCalc') }).candidateGroups?.value).toEqual(['Sales']);
  });

  it('says what it can’t read', () => {
    const { problems } = compiled(drawn(performer('Property1', 'NCalc')));
    expect(problems).toMatchObject([
      {
        code: 'not-translated',
        severity: 'warning',
        elementId: 'X',
        message: expect.stringContaining('“NCalc”'),
      },
    ]);
  });
});
