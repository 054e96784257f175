import { useEffect, useState } from 'preact/hooks';
import { loadMap } from './load-map.ts';
import type { UnitMap } from './outlines.ts';

/** The outlines of a map once they are there; `none`: they could not be loaded. */
export function useMap(map: '34' | '63'): UnitMap | 'loading' | 'none' {
  const [loaded, setLoaded] = useState<{ map: string; outlines: UnitMap | 'none' } | null>(null);
  useEffect(() => {
    let isShown = true;
    const tell = (outlines: UnitMap | 'none') => {
      if (isShown) setLoaded({ map, outlines });
    };
    loadMap(map).then(tell, (fault) => {
      console.warn(fault);
      tell('none');
    });
    return () => {
      isShown = false;
    };
  }, [map]);
  return loaded?.map === map ? loaded.outlines : 'loading';
}
