import { CircleHelp, Wrench } from 'lucide-react';
import Link from 'next/link';
import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { Tooltip } from '@/components/ui/tooltip';
import type { Problem } from '@/engine/compile/problem';
import type { ProcessDocument } from '@/lib/document';
import { fixesOf } from '@/lib/fixes/registry';
import { useEditorStore } from '../store/context';

interface ProblemActionsProps {
  problem: Problem;
  /** Told when the problem goes while one of its buttons has the focus: it needs another place. */
  onGone: () => void;
}

/** The plain ways out of a problem, each one step that can be undone, and the page that explains it. */
export function ProblemActions({ problem, onGone }: ProblemActionsProps) {
  const editor = useEditorStore();
  const fixes = fixesOf(useDrawnDocument(), problem);
  /** Done to the draft as it is now, which may be newer than what the buttons were drawn for. */
  const fix = (label: string) => {
    const { history, apply } = editor.getState();
    const now = fixesOf(history.present, problem).find((each) => each.label === label);
    if (now) apply(now.apply());
  };
  const buttons = useFocusLost(onGone);
  return (
    <span ref={buttons} className="flex flex-none items-center gap-1">
      {fixes.map(({ label }) => (
        <Button key={label} size="sm" icon={<Wrench size={13} />} onClick={() => fix(label)}>
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

/** The draft once the change of it has been drawn: the way out of a problem needn't be there before that. */
function useDrawnDocument(): ProcessDocument {
  const editor = useEditorStore();
  const [document, setDocument] = useState(() => editor.getState().history.present);
  useEffect(() => {
    const follow = () => startTransition(() => setDocument(editor.getState().history.present));
    follow();
    return editor.subscribe(({ history }, before) => history.present !== before.history.present && follow());
  }, [editor]);
  return document;
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
