import { useEffect } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { toast } from '@/components/ui/toast';
import { useEditorStore } from './store/context';

/** Says what happened: results to screen readers, refusals also on screen. */
export function useRemarks(): void {
  const announce = useAnnounce();
  const editor = useEditorStore();
  useEffect(
    () =>
      editor.subscribe(({ remark }, before) => {
        if (!remark || remark === before.remark) return;
        announce(remark.text, { assertive: remark.refused });
        if (remark.refused) toast(remark.text, { id: 'refused' });
      }),
    [editor, announce],
  );
}
