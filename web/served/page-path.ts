/**
 * The addresses that are pages of the portal: whoever serves it answers them with `index.html`, and the portal shows the
 * page, or says that there is none. The first part has no ending (a file at the root has one: `/icon.svg`); later parts
 * may hold anything, as indicators do: `/chi-tieu/766.TDGQ`. What begins with `/v1/`, `/assets/` or `/_local/` is no page.
 *
 * The local stack and the distribution in AWS ask this one rule; CloudFront runs it in a function, hence a plain RegExp.
 */
export const pagePath =
  /^\/(?!(?:v1|assets|_local)(?:\/|$))(?:[a-z0-9-]+(?:\/(?:[A-Za-z0-9._~:@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)*\/?)?$/;
