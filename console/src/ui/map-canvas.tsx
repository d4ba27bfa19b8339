import { Feature, Map as OlMap, View } from 'ol';
import { Attribution, ScaleLine, Zoom } from 'ol/control.js';
import { Circle as CircleShape, Point } from 'ol/geom.js';
import { Tile as TileLayer, Vector as VectorLayer } from 'ol/layer.js';
import { fromLonLat, toLonLat } from 'ol/proj.js';
import { Vector as VectorSource, XYZ } from 'ol/source.js';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style.js';
import 'ol/ol.css';
import { useEffect, useRef } from 'react';
import { colours } from '../shell/theme.ts';
import { mapText } from './text.ts';

export interface MapMark {
  lng: number;
  lat: number;
  name: string;
  /** Put right: drawn in another colour. */
  isSettled?: boolean;
  /** Beside what matters. */
  isFaint?: boolean;
  /** A circle round it, in metres. */
  ring?: number;
}

export interface MapCanvasProps {
  marks: readonly MapMark[];
  centre: { lng: number; lat: number };
  tiles: { url: string; key: string } | null;
  onPick?: (at: { lng: number; lat: number }) => void;
}

function colourOf({ isSettled, isFaint }: MapMark): string {
  if (isFaint === true) return colours.inkSoft;
  return isSettled === true ? colours.good : colours.danger;
}

/** From so many on they are drawn small, without a rim that would cover the next one. */
const manyMarks = 40;

function markStyle(mark: MapMark, isOneOfMany: boolean): Style {
  return new Style({
    image: new Circle({
      radius: isOneOfMany ? 4 : 8,
      // Every place is drawn; of words that would lie over one another only some are.
      declutterMode: 'none',
      fill: new Fill({ color: colourOf(mark) }),
      ...(isOneOfMany ? {} : { stroke: new Stroke({ color: '#ffffff', width: 2 }) }),
    }),
    text: new Text({
      text: mark.name,
      offsetY: isOneOfMany ? -12 : -18,
      font: '14px sans-serif',
      fill: new Fill({ color: colours.ink }),
      stroke: new Stroke({ color: '#ffffff', width: 3 }),
    }),
  });
}

const ringStyle = new Style({
  fill: new Fill({ color: `${colours.primary}1f` }),
  stroke: new Stroke({ color: colours.primary, width: 2 }),
});

function featuresOf(mark: MapMark, isOneOfMany: boolean): Feature[] {
  const at = fromLonLat([mark.lng, mark.lat]);
  const point = new Feature(new Point(at));
  point.setStyle(markStyle(mark, isOneOfMany));
  if (mark.ring === undefined) return [point];
  // The flat map stretches what lies further from the equator.
  const ring = new Feature(new CircleShape(at, mark.ring / Math.cos((mark.lat * Math.PI) / 180)));
  ring.setStyle(ringStyle);
  return [ring, point];
}

function layersOf(tiles: MapCanvasProps['tiles'], marks: VectorSource) {
  const own = new VectorLayer({ source: marks, declutter: true });
  if (tiles === null) return [own];
  // 天地图 and its kin take the key in the address.
  const url = tiles.url.replace('{key}', encodeURIComponent(tiles.key));
  return [new TileLayer({ source: new XYZ({ url, crossOrigin: 'anonymous' }) }), own];
}

/** The map itself, loaded only where one is shown. Our own points need no tiles. */
export function MapCanvas({ marks, centre, tiles, onPick }: MapCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const source = useRef(new VectorSource());
  const view = useRef<View | null>(null);
  const first = marks[0] ?? centre;
  const { lng, lat } = first;

  useEffect(() => {
    if (place.current === null) return;
    const shown = new View({ center: fromLonLat([lng, lat]), zoom: 14, maxZoom: 18, minZoom: 5 });
    view.current = shown;
    const map = new OlMap({
      target: place.current,
      layers: layersOf(tiles, source.current),
      view: shown,
      controls: [
        new Zoom({ zoomInTipLabel: mapText.zoomIn, zoomOutTipLabel: mapText.zoomOut }),
        new ScaleLine(),
        new Attribution({ collapsible: false }),
      ],
    });
    map.on('singleclick', (event) => {
      const [pickedLng, pickedLat] = toLonLat(event.coordinate);
      if (pickedLng !== undefined && pickedLat !== undefined) {
        pick.current?.({ lng: pickedLng, lat: pickedLat });
      }
    });
    return () => map.setTarget();
  }, [lng, lat, tiles]);

  useEffect(() => {
    source.current.clear();
    source.current.addFeatures(marks.flatMap((mark) => featuresOf(mark, marks.length > manyMarks)));
    const extent = source.current.getExtent();
    if (marks.length > 1 && extent !== null)
      view.current?.fit(extent, { padding: [48, 48, 48, 48], maxZoom: 15 });
  }, [marks]);

  return <div ref={place} className="map" role="application" aria-label={mapText.label} />;
}
