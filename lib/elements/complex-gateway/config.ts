export type { ComplexJoin as ComplexGatewayConfig } from '@/engine/core/behavior';
