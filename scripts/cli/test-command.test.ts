import { describe, expect, it } from 'vitest';
import { cli, folderWith } from './testing';

const MODEL = `process: good
name: Good
isExecutable: true
steps:
  - startEvent: begin
    next: look
  - userTask: look
    next: finish
  - endEvent: finish
`;
const PASSES =
  'scenario: Looked at\nprocess: good\nsteps:\n  - { at: look, form: { seen: true } }\nexpect: { ends: [finish] }\n';
const FAILS = 'scenario: Nobody looks\nexpect: { ends: [finish] }\n';

describe('countersign test', () => {
  it('passes scenarios on the model beside them, at any depth', async () => {
    const folder = folderWith({ 'good.yaml': MODEL, 'looked.scenario.yaml': PASSES });
    const { code, out, error } = await cli(folder, ['test']);
    expect(out).toContain('ok looked.scenario.yaml: Looked at');
    expect(error).toContain('1 of 1 scenario passes');
    expect(code).toBe(0);
  });

  it('says the first difference of each that fails, and goes on', async () => {
    const folder = folderWith({
      'good.yaml': MODEL,
      'a.scenario.yaml': FAILS,
      'b.scenario.yaml': 'scenario: x\nsteps:\n  - { at: look, rm: 1 }\n',
      'c.scenario.yaml': 'scenario: x\nprocess: other\n',
      'd.scenario.yaml': PASSES,
    });
    const { code, out, error } = await cli(folder, ['test', '.']);
    expect(out).toMatch(
      /^a\.scenario\.yaml:1:1 It should be completed, but is running\. It waits at “look”\.$/m,
    );
    expect(out).toMatch(/^b\.scenario\.yaml:3:\d+ Step 1 can’t be read/m);
    expect(out).toContain('c.scenario.yaml:1:1 No model here holds the process “other”.');
    expect(error).toContain('1 of 4 scenarios pass');
    expect(code).toBe(1);
  });

  it('says when there is nothing to run', async () => {
    const { code, error } = await cli(folderWith({ 'good.yaml': MODEL }), ['test']);
    expect(error).toContain('There are no scenarios here');
    expect(code).toBe(2);
  });
});
