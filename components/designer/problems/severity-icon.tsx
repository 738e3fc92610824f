import { TriangleAlert } from 'lucide-react';

/** Filled for errors, outlined for warnings; the name says which. */
export function SeverityIcon({ severity }: { severity: string }) {
  return severity === 'error' ? (
    <TriangleAlert size={15} className="flex-none fill-incident stroke-surface" aria-label="Error" />
  ) : (
    <TriangleAlert size={15} className="flex-none stroke-wait" aria-label="Warning" />
  );
}
