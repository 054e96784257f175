import { useLanguage } from '../app/language.tsx';
import type { PlacedInset } from '../map/map-layout.ts';

/** An archipelago in its box, with its name and its province's below; it is part of its province. */
export function Inset({
  inset: { archipelago, x, y, width, height, islands, textX, textY },
  look,
}: {
  inset: PlacedInset;
  look: { class: string; fill?: string };
}) {
  const language = useLanguage();
  return (
    <g class="map-inset" data-inset={archipelago.key}>
      <rect class="map-box" x={x} y={y} width={width} height={height} />
      {islands.map((island) => (
        <circle key={`${island.x},${island.y}`} {...look} cx={island.x} cy={island.y} r={4.5} />
      ))}
      <text class="map-label" x={textX} y={textY} text-anchor="middle">
        {archipelago.names[language]}
      </text>
      <text class="map-label" x={textX} y={textY + 16} text-anchor="middle">
        {archipelago.of[language]}
      </text>
    </g>
  );
}
