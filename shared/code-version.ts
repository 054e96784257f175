/** The version of the service's code, as package.json has it, raised with each release: it stands in every snapshot. */
export const codeVersion = '0.2.0';
