import { api } from '@/lib/http/route';
import { templateDrawing } from '@/lib/templates/gallery';

/** What a preview in the gallery shows. */
export const GET = api({ route: '/templates/{templateId}/drawing' }, async ({ context, params }) => ({
  body: await templateDrawing(context, params),
}));
