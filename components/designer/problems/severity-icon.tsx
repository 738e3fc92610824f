import { Info, TriangleAlert } from 'lucide-react';

/** Filled for errors, outlined for warnings, quiet for remarks; the name says which. */
export function SeverityIcon({ severity }: { severity: string }) {
  if (severity === 'info') return <Info size={15} className="flex-none text-muted" aria-label="Remark" />;
  return severity === 'error' ? (
    <TriangleAlert size={15} className="flex-none fill-incident stroke-surface" aria-label="Error" />
  ) : (
    <TriangleAlert size={15} className="flex-none stroke-wait" aria-label="Warning" />
  );
}
