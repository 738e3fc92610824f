import { openApiDocument } from '@/lib/http/openapi/document';

export const GET = () => Response.json(openApiDocument());
