/** `parallel`: an instantiating gateway all of whose events are needed. */
export interface EventBasedGatewayConfig {
  parallel: boolean;
}
