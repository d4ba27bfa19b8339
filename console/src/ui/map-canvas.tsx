import { Feature, Map as OlMap, View } from 'ol';
import { Attribution, ScaleLine, Zoom } from 'ol/control.js';
import { Point } from 'ol/geom.js';
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
}

export interface MapCanvasProps {
  marks: readonly MapMark[];
  centre: { lng: number; lat: number };
  tiles: { url: string; key: string } | null;
  onPick?: (at: { lng: number; lat: number }) => void;
}

function markStyle({ name, isSettled }: MapMark): Style {
  return new Style({
    image: new Circle({
      radius: 8,
      fill: new Fill({ color: isSettled === true ? colours.good : colours.danger }),
      stroke: new Stroke({ color: '#ffffff', width: 2 }),
    }),
    text: new Text({
      text: name,
      offsetY: -18,
      font: '14px sans-serif',
      fill: new Fill({ color: colours.ink }),
      stroke: new Stroke({ color: '#ffffff', width: 3 }),
    }),
  });
}

function featureOf(mark: MapMark): Feature {
  const feature = new Feature(new Point(fromLonLat([mark.lng, mark.lat])));
  feature.setStyle(markStyle(mark));
  return feature;
}

function layersOf(tiles: MapCanvasProps['tiles'], marks: VectorSource) {
  const own = new VectorLayer({ source: marks });
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
  const first = marks[0] ?? centre;
  const { lng, lat } = first;

  useEffect(() => {
    if (place.current === null) return;
    const map = new OlMap({
      target: place.current,
      layers: layersOf(tiles, source.current),
      view: new View({ center: fromLonLat([lng, lat]), zoom: 14, maxZoom: 18, minZoom: 5 }),
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
    source.current.addFeatures(marks.map(featureOf));
  }, [marks]);

  return <div ref={place} className="map" role="application" aria-label={mapText.label} />;
}
