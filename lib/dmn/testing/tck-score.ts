/** One line: cases, each level, and the mean of the directories, which counts a directory of one case like one of a thousand. */
export function scoreLine(scores: ReadonlyMap<string, { passed: number; all: number }>): string {
  const level = (prefix: string, name: string) => {
    const chosen = [...scores]
      .filter(([directory]) => directory.startsWith(prefix))
      .map(([, score]) => score);
    const sum = (key: 'passed' | 'all') => chosen.reduce((total, score) => total + score[key], 0);
    const mean =
      chosen.reduce((total, { passed, all }) => total + passed / all, 0) / Math.max(1, chosen.length);
    return `${name} ${sum('passed')}/${sum('all')} cases, ${(mean * 100).toFixed(2)} % of ${chosen.length} directories`;
  };
  const levels = [level('compliance-level-2', 'level 2'), level('compliance-level-3', 'level 3')];
  return `DMN TCK: ${[...levels, level('compliance-level-', 'both')].join(' · ')}`;
}
