'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button';
import { useAnnounce } from './live-region';

const SHOWN_MS = 1600;

/** Copies a text; says so, and says when the browser refuses. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce('Copied');
    } catch {
      announce('The browser did not allow copying', { assertive: true });
    }
  };
  const icon = copied ? <Check size={14} className="text-done" /> : <Copy size={14} />;
  return <IconButton size="sm" label={copied ? 'Copied' : label} icon={icon} onClick={copy} />;
}
