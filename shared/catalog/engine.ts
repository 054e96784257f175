/**
 * The version of what turns bytes into figures: reading, rules and arithmetic. It changes when the same
 * file could give another figure, and stands in every verdict and every snapshot.
 */
export const engineVersion = '5';
