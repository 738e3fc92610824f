'use client';

import { MessageSquare } from 'lucide-react';
import { useState } from 'react';
import type { CommentsReadingProps } from '@/components/designer/comments/reading';
import { Button } from '@/components/ui/button';
import { Drawer } from '@/components/ui/dialog';
import { later } from '@/components/ui/later';
import { Skeleton } from '@/components/ui/skeleton';

const CommentsReading = later<CommentsReadingProps>(
  () => import('@/components/designer/comments/reading').then((it) => it.CommentsReading),
  { name: 'The comments', place: (_props, failure) => failure ?? <Skeleton className="h-40" /> },
);

/** Opens what is said about the draft, for those who don't draw on it. */
export function CommentsButton(props: CommentsReadingProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<MessageSquare size={15} />} onClick={() => setOpen(true)}>
        Comments
      </Button>
      <Drawer
        open={open}
        onOpenChange={setOpen}
        title="Comments"
        description="What is said about the draft. It is no part of the process."
        focusOn="window"
      >
        <CommentsReading {...props} />
      </Drawer>
    </>
  );
}
