import type { NextConfig } from 'next';

/** `COUNTERSIGN_DIST_DIR` lets two builds of one checkout live beside each other (tests, a running server). */
const config: NextConfig = {
  distDir: process.env.COUNTERSIGN_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'undici', 'bpmn-moddle', 'feelin'],
};

export default config;
