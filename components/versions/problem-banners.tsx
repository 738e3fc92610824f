import { Banner } from '@/components/ui/banner';
import type { Problem } from '@/engine/compile/problem';

/** How many of each are listed. */
const LISTED = 5;

export interface ProblemBannersProps {
  problems: readonly Problem[];
  onProblem: (problem: Problem) => void;
  /** Across the whole width of the page. */
  strip?: boolean;
}

/** What publishing says of a diagram: errors block, warnings don't; each leads to its element. */
export function ProblemBanners({ problems, onProblem, strip = false }: ProblemBannersProps) {
  return (['error', 'warning'] as const).map((severity) => {
    const list = problems.filter((problem) => problem.severity === severity);
    if (list.length === 0) return null;
    const count = list.length === 1 ? `One ${severity}` : `${list.length} ${severity}s`;
    return (
      <Banner
        key={severity}
        strip={strip}
        tone={severity}
        title={severity === 'error' ? `${count}: publishing is blocked` : count}
      >
        <ul>
          {list.slice(0, LISTED).map((problem) => (
            <li key={`${problem.elementId}${problem.message}`}>
              <button type="button" className="inline-link text-left" onClick={() => onProblem(problem)}>
                {problem.message}
              </button>
            </li>
          ))}
          {list.length > LISTED && <li>and {list.length - LISTED} more</li>}
        </ul>
      </Banner>
    );
  });
}
