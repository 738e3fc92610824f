import { config } from 'zod/v4/core';

// Without this zod tries `new Function` once, which every page's Content-Security-Policy refuses and reports.
config({ jitless: true });
