/** The address of the worker that reads files; set when the portal is built. */
declare const CHECK_WORKER: string;

declare module '*.topojson' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: what the bundler's file loader gives
  export default address;
}
