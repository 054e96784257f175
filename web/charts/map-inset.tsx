import { useLanguage } from '../app/language.tsx';
import type { PlacedInset } from '../map/map-layout.ts';

/** An archipelago in its box; it is part of its province, and coloured with it. */
export function Inset({
  inset: { archipelago, x, y, width, height, islands },
  look,
}: {
  inset: PlacedInset;
  look: { class: string; fill?: string };
}) {
  return (
    <g data-inset={archipelago.key}>
      <rect class="map-box" x={x} y={y} width={width} height={height} />
      {islands.map((island) => (
        <circle key={`${island.x},${island.y}`} {...look} cx={island.x} cy={island.y} r={4.5} />
      ))}
    </g>
  );
}

/** Its name, and whose it is, below its box. */
export function InsetName({ inset: { archipelago, textX, textY } }: { inset: PlacedInset }) {
  const language = useLanguage();
  return (
    <g class="chart-words" data-inset-name={archipelago.key}>
      <text class="map-label" x={textX} y={textY} text-anchor="middle">
        {archipelago.names[language]}
      </text>
      <text class="map-label" x={textX} y={textY + 16} text-anchor="middle">
        {archipelago.of[language]}
      </text>
    </g>
  );
}
