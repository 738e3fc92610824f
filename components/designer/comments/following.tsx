'use client';

import { type ReactNode, useEffect } from 'react';
import { useEditorStore } from '../store/context';
import { commentsOverHttp } from './comments-api';
import { followComments } from './follow';

/** Loads what is said about the draft, and looks again when somebody comes back to the page. */
export function CommentsFollowing({ processId }: { processId: string }): ReactNode {
  const editor = useEditorStore();
  useEffect(() => {
    const following = followComments({
      editor,
      api: commentsOverHttp(processId),
      visible: () => document.visibilityState === 'visible',
    });
    void following.look();
    window.addEventListener('focus', following.back);
    document.addEventListener('visibilitychange', following.back);
    return () => {
      following.stop();
      window.removeEventListener('focus', following.back);
      document.removeEventListener('visibilitychange', following.back);
    };
  }, [editor, processId]);
  return null;
}
