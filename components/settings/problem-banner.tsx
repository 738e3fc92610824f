import type { Problem } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';

/** What the server refused, in its own sentence; fields it names show theirs beside themselves. */
export function ProblemBanner({ problem }: { problem: Problem | null }) {
  return (
    problem && (
      <Banner tone="error" live>
        {problem.detail}
      </Banner>
    )
  );
}
