'use client';

import { Tag } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { apiSend } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';

export interface TagMenuProps {
  processId: string;
  version: number;
  /** What this version is called already. */
  tags: readonly string[];
}

/** The tag most processes need. */
const USUAL = 'Production';

/** Gives a version a name or takes one away; a name belongs to one version at a time. */
export function TagMenu({ processId, version, tags }: TagMenuProps) {
  const router = useRouter();
  const [naming, setNaming] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const at = (tag: string) =>
    `/processes/${encodeURIComponent(processId)}/tags/${encodeURIComponent(tag.trim())}`;
  const change = async (method: 'PUT' | 'DELETE', tag: string) => {
    const result = await apiSend(method, at(tag), method === 'PUT' ? { version } : undefined);
    if (!result.ok) {
      setError(result.problem.detail);
      if (!naming) toast.error(result.problem.detail);
      return;
    }
    toast.success(method === 'PUT' ? `v${version} is ${tag.trim()} now` : `${tag} is no version any more`);
    setNaming(false);
    setError(null);
    router.refresh();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void change('PUT', String(new FormData(event.currentTarget).get('tag') ?? ''));
  };
  return (
    <>
      <DropdownMenu trigger={<Button icon={<Tag size={14} aria-hidden />}>Tag</Button>}>
        {!tags.includes(USUAL) && (
          <MenuItem hint="Any version that has this tag loses it" onSelect={() => void change('PUT', USUAL)}>
            Make v{version} {USUAL}
          </MenuItem>
        )}
        <MenuItem onSelect={() => setNaming(true)}>Another tag…</MenuItem>
        {tags.length > 0 && <MenuSeparator />}
        {tags.map((tag) => (
          <MenuItem key={tag} onSelect={() => void change('DELETE', tag)}>
            Remove {tag}
          </MenuItem>
        ))}
      </DropdownMenu>
      <Dialog
        open={naming}
        onOpenChange={setNaming}
        size="sm"
        title={`Tag v${version}`}
        footer={
          <>
            <DialogClose asChild>
              <Button>Not now</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form="tag-form">
              Set tag
            </Button>
          </>
        }
      >
        <form id="tag-form" onSubmit={submit} className="flex flex-col gap-3">
          <TextField label="Tag" name="tag" required maxLength={40} placeholder="Pilot" />
          {error && (
            <Banner tone="error" live>
              {error}
            </Banner>
          )}
        </form>
      </Dialog>
    </>
  );
}
