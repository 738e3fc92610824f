import { api, withParams } from '@/lib/http/route';
import { deleteScenario } from '@/lib/scenarios/delete';
import { saveScenario } from '@/lib/scenarios/save';

const route = '/processes/{id}/scenarios/{id}';

export const PUT = api({ route }, async ({ context, params, json }) => ({
  body: await saveScenario(context, withParams(json(), params)),
}));

export const DELETE = api({ route }, async ({ context, params }) => ({
  body: await deleteScenario(context, params),
}));
