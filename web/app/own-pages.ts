/** What lies under `/v1/` is the API's: a link there is followed by the browser, not by the router. */
export const ownPages = /^\/(?!v1\/)/;
