import 'server-only';

/** Loads every use case there is, for tests that enumerate them; a test compares this list with the files. */
import '@/lib/http/openapi/operations';
import '@/lib/auth/confirm-step-up';
import '@/lib/auth/demo-use-cases';
import '@/lib/auth/setup';
import '@/lib/instances/open-incidents';
import '@/lib/processes/create';
import '@/lib/processes/drafts';
import '@/lib/processes/open-draft';
import '@/lib/samples/cards';
import '@/lib/samples/run';
import '@/lib/tasks/count';
import '@/lib/tasks/due';
import '@/lib/templates/gallery';
