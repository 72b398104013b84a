import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import type Map from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import type { BaseMap } from './marsad-basemap';
import type { Palette } from './marsad-palette';
import { SparseLayer } from './marsad-sparse-layer';

/** Draws the border and the corridor of the filter. */
export class Corridors {
  private readonly source = new VectorSource();
  private readonly layer = new SparseLayer({ source: this.source, zIndex: 8 });
  private asked = '';

  constructor(
    map: Map,
    private readonly base: BaseMap,
  ) {
    map.addLayer(this.layer);
  }

  paint(palette: Palette): void {
    const line = new Style({ stroke: new Stroke({ color: palette.corridorLine, width: 3 }) });
    const area = new Style({
      fill: new Fill({ color: palette.corridorFill }),
      stroke: new Stroke({ color: palette.corridorLine, width: 1.2, lineDash: [2, 4] }),
    });
    this.layer.setStyle((feature) => (feature.get('line') === true ? line : area));
  }

  /**
   * Draws the line at once, and the corridor when the server has told its outline.
   *
   * @param asked `border=…&km=…`, or empty
   * @return the corridor's box, or none where there is none or another was asked for meanwhile
   */
  async show(asked: string): Promise<number[] | undefined> {
    this.asked = asked;
    this.source.clear();
    if (!asked) {
      return undefined;
    }
    this.drawLine();
    const outline = await fetch(`api/v1/corridor?${asked}`).catch(() => undefined);
    if (!outline?.ok) {
      return undefined;
    }
    const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });
    const area = format.readFeature(await outline.json()) as Feature;
    if (asked !== this.asked) {
      return undefined;
    }
    this.source.addFeature(area);
    return area.getGeometry()?.getExtent();
  }

  /** Again, once the base map's borders are there. */
  drawLine(): void {
    const line = this.base.borderLine(new URLSearchParams(this.asked).get('border') ?? '');
    for (const feature of this.source.getFeatures()) {
      if (feature.get('line') === true) {
        this.source.removeFeature(feature);
      }
    }
    if (line) {
      const feature = new Feature({ geometry: line.clone() });
      feature.set('line', true);
      this.source.addFeature(feature);
    }
  }
}
