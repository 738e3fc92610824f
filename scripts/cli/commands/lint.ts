import { type Command, EXIT } from '../command';
import { lintModel } from '../lint-model';
import { modelFiles } from '../model-files';
import { options } from '../options';

export const lint: Command = {
  summary: 'Check models without a server',
  help: `countersign lint [file or folder …]

Checks models (.yaml, .bpmn) as publishing would: reading, expressions, constraints of BPMN, soundness.
Prints “file:line:column severity text (code)” for each finding; exit code 1 when there are errors.`,
  async run(args, surroundings) {
    const { positionals } = options(args, {});
    const files = modelFiles(positionals, surroundings.cwd);
    const found = files.map((file) => lintModel(file, surroundings));
    const sum = (pick: (one: (typeof found)[number]) => number) =>
      found.reduce((all, one) => all + pick(one), 0);
    const [errors, warnings] = [sum((one) => one.errors), sum((one) => one.warnings)];
    surroundings.error(
      `${count(files.length, 'model')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
    );
    return errors > 0 ? EXIT.problems : EXIT.done;
  },
};

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
