// Without this zod tries `new Function` once, which every page's Content-Security-Policy refuses and reports. It is said
// where zod looks for it (`config` of zod/v4/core writes there, too), so that pages without schemas don't load zod.
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };
