/**
 * Which task stands beside the list: the opened one, else the one that stood there, else the first.
 * A task that was decided here just now is none of these: the address may still name it for one rendering more.
 */
export function taskBeside(
  opened: string | null,
  before: string | null,
  first: string | null,
  decided: ReadonlySet<string>,
): string | null {
  const there = (taskId: string | null) => (taskId !== null && decided.has(taskId) ? null : taskId);
  return there(opened) ?? there(before) ?? first;
}
