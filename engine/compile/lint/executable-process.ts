import { rule } from './rule';

/** Nothing is marked executable; publishing marks what has content. */
export const executableProcess = rule('executable-process', ({ model }, report) => {
  for (const process of model.processes) {
    if (!model.executable.has(process.id) || process.attrs.isExecutable === true) continue;
    report(
      'warning',
      process,
      'This process isn’t marked as executable. Publishing will mark it.',
      'isExecutable',
    );
  }
});
