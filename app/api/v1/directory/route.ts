import { api } from '@/lib/http/route';
import { listDirectory } from '@/lib/settings/directory';

export const GET = api({ route: '/directory' }, async ({ context }) => ({
  body: await listDirectory(context, {}),
}));
