import { CircleHelp, Wrench } from 'lucide-react';
import Link from 'next/link';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { Tooltip } from '@/components/ui/tooltip';
import type { Problem } from '@/engine/compile/problem';
import { fixesOf } from '@/lib/fixes/registry';
import { useEditor, useEditorStore } from '../store/context';

interface ProblemActionsProps {
  problem: Problem;
  /** Told when the problem goes while one of its buttons has the focus: it needs another place. */
  onGone: () => void;
}

/** The plain ways out of a problem, each one step that can be undone, and the page that explains it. */
export function ProblemActions({ problem, onGone }: ProblemActionsProps) {
  const editor = useEditorStore();
  const document = useEditor((state) => state.history.present);
  const fixes = fixesOf(document, problem);
  const buttons = useFocusLost(onGone);
  return (
    <span ref={buttons} className="flex flex-none items-center gap-1">
      {fixes.map(({ label, apply }) => (
        <Button
          key={label}
          size="sm"
          icon={<Wrench size={13} />}
          onClick={() => editor.getState().apply(apply())}
        >
          {label}
        </Button>
      ))}
      <Tooltip content="What this means">
        <Link
          href={`/help/problems/${problem.code}`}
          prefetch={false}
          target="_blank"
          aria-label={`What this means: ${problem.code}`}
          className={buttonClass({ variant: 'ghost', size: 'sm', square: true })}
        >
          <CircleHelp size={15} />
        </Link>
      </Tooltip>
    </span>
  );
}

/** Calls back when the element of the ref leaves the page with the focus in it. */
function useFocusLost(onGone: () => void) {
  const place = useRef<HTMLSpanElement>(null);
  const latest = useRef(onGone);
  latest.current = onGone;
  useLayoutEffect(() => {
    const node = place.current;
    return () => {
      if (node?.contains(window.document.activeElement)) latest.current();
    };
  }, []);
  return place;
}
