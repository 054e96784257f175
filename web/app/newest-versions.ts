/** Of each code the newest version, in the order in which the codes first come; the catalogue lists older versions first. */
export function newestVersions<T extends { code: string }>(versions: readonly T[]): T[] {
  return [...new Map(versions.map((version) => [version.code, version])).values()];
}
