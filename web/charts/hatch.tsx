/** The pattern of what is missing; fill with `url(#id)`. Ids are the document's: each chart has its own. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="chart-hatch-ground" />
        <line x1="0" y1="0" x2="0" y2="6" class="chart-hatch-line" />
      </pattern>
    </defs>
  );
}
