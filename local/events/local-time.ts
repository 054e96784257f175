/**
 * The instant of a local time in a zone of the IANA database, in milliseconds.
 * @param local `YYYY-MM-DDTHH:MM:SS`
 * @throws RangeError when the zone is unknown, or the time is none (a day that is not, a skipped hour)
 */
export function instantOf(local: string, zone: string): number {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) throw new RangeError(`not a local time: ${local}`);
  const first = wanted - offsetMs(wanted, zone);
  const ms = wanted - offsetMs(first, zone);
  if (ms + offsetMs(ms, zone) !== wanted) throw new RangeError(`${local} does not exist in ${zone}`);
  return ms;
}

/** How far a zone's clocks are ahead of UTC at an instant. */
function offsetMs(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const get = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    get('year'),
    get('month') - 1,
    get('day'),
    get('hour'),
    get('minute'),
    get('second'),
  );
  return shown - Math.floor(ms / 1000) * 1000;
}
