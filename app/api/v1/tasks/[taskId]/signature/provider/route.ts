import { api, withParams } from '@/lib/http/route';
import { beginSignature } from '@/lib/tasks/sign';

export const POST = api(
  { route: '/tasks/{id}/signature/provider', secretAnswer: true },
  async ({ context, params, json }) => ({ body: await beginSignature(context, withParams(json(), params)) }),
);
