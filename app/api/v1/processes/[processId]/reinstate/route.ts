import { api, withParams } from '@/lib/http/route';
import { reinstateProcess } from '@/lib/processes/retire';

export const POST = api({ route: '/processes/{id}/reinstate' }, async ({ context, params, json }) => ({
  body: await reinstateProcess(context, withParams(json(), params)),
}));
