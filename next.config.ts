import type { NextConfig } from 'next';

/** `COUNTERSIGN_DIST_DIR` lets two builds of one checkout live beside each other (tests, a running server). */
const config: NextConfig = {
  distDir: process.env.COUNTERSIGN_DIST_DIR ?? '.next',
  // Types are checked by `npm test`; starting a release must not wait for that. The empty `references` in
  // tsconfig.json keep the build from rewriting that file.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // For `npm run sizes -- --what`: never in a release, whose server would hand out the sources.
  productionBrowserSourceMaps: process.env.COUNTERSIGN_SOURCE_MAPS === '1',
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1'],
  reactStrictMode: true,
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'undici',
    'bpmn-moddle',
    'feelin',
    'elkjs',
  ],
};

export default config;
