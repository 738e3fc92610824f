import { SkeletonRows } from '@/components/ui/skeleton';

export default function SettingsLoading() {
  return <SkeletonRows rows={5} height={40} label="Loading settings" />;
}
