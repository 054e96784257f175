/** The longest document of a catalogue that is taken, in bytes: ten times the one that the code brings. */
export const mostDocumentBytes = 2_000_000;
