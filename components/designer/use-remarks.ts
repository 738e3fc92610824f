import { useEffect } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { toast } from '@/components/ui/toast';
import { useEditor } from './store/context';

/** Says what happened: results to screen readers, refusals also on screen. */
export function useRemarks(): void {
  const announce = useAnnounce();
  const remark = useEditor((state) => state.remark);
  useEffect(() => {
    if (!remark) return;
    announce(remark.text, { assertive: remark.refused });
    if (remark.refused) toast(remark.text, { id: 'refused' });
  }, [remark, announce]);
}
