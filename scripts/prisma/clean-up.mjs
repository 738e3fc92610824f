/** @type {(() => Promise<unknown>)[]} */
const tasks = [];

/**
 * Remembers work that must be done before the engine ends. The command line ends it with SIGTERM right
 * after the last answer, often while a shadow database is still being dropped.
 * @param {() => Promise<unknown>} task
 */
export function atEnd(task) {
  tasks.push(task);
}

/** Does what was remembered, oldest first; failures do not stop the rest. */
export async function cleanUp() {
  for (const task of tasks.splice(0)) await task().catch(() => {});
}
