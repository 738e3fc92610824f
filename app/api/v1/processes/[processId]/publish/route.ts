import { api, withParams } from '@/lib/http/route';
import { publish } from '@/lib/processes/publish';

/** 201 for a version, 202 where a second person has to decide first. */
export const POST = api({ route: '/processes/{id}/publish' }, async ({ context, params, json }) => {
  const body = await publish(context, withParams(json(), params));
  return { status: body.version === null ? 202 : 201, body };
});
