import { api, withParams } from '@/lib/http/route';
import { signTask } from '@/lib/tasks/sign';

export const POST = api(
  { route: '/tasks/{id}/signature', secretBody: true },
  async ({ context, params, json }) => ({ body: await signTask(context, withParams(json(), params)) }),
);
