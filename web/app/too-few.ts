/** Below half of the units the nation is not compared with anything: neither shared out nor ranked anew. */
export function isTooFew({ expected, counted }: { expected: number; counted: number }): boolean {
  return counted * 2 < expected;
}
