/**
 * A digest in groups of four, so that it can be read aloud and compared on paper; copied, it is one word.
 * @param hex lower-case, `9f86d081…`
 */
export function Digest({ hex }: { hex: string }) {
  return (
    <code class="digest">
      {(hex.match(/.{1,4}/g) ?? []).map((group, place) => (
        <span class="digest-group" key={place}>
          {group}
        </span>
      ))}
    </code>
  );
}
