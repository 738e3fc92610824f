import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import type { Directory } from './who-check';

let asked: Promise<Directory | undefined> | undefined;

/** The people and groups steps can name; undefined until they are known, and for whoever may not see them. */
export function useDirectory(): Directory | undefined {
  const [directory, setDirectory] = useState<Directory>();
  useEffect(() => {
    let current = true;
    asked ??= apiGet<Directory>('/directory').then((answer) => {
      if (answer.ok) return answer.body;
      asked = undefined;
      return undefined;
    });
    void asked.then((found) => current && setDirectory(found));
    return () => {
      current = false;
    };
  }, []);
  return directory;
}
