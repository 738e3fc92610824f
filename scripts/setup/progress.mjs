/**
 * Says what happens and how long it took, a line a step: `Database … PostgreSQL 18, built in (0.7 s)`.
 * @param {(text: string) => void} [write]
 */
export function createProgress(write = (text) => void process.stdout.write(text)) {
  return {
    /**
     * @template T
     * @param {string} title
     * @param {(detail: (text: string) => void) => Promise<T> | T} work may name its result with `detail`
     * @returns {Promise<T>}
     */
    async step(title, work) {
      const begun = performance.now();
      const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
      let result = 'done';
      write(`${title} … `);
      try {
        const value = await work((text) => {
          result = text;
        });
        write(`${result} (${seconds()})\n`);
        return value;
      } catch (error) {
        write(`failed (${seconds()})\n`);
        throw error;
      }
    },
    /** @param {string} text */
    say(text) {
      write(`${text}\n`);
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */
