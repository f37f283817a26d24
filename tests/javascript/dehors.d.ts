// What stands outside our scripts, for tsc alone: libraries that are global in the frame of the map (Leaflet, topojson,
// supercluster), Leaflet's insides that our marks draw with, and what a page and a frame say to one another.

import type SuperclusterDeLaBibliotheque from "supercluster";

type Face = import("../../static/atlas/carte/scene.js").Face;

declare module "leaflet" {
  interface Renderer {
    _map: Map;
    _zoom: number;
    _center: LatLng;
    _container: HTMLElement;
    _updateTransform(centre: LatLng, zoom: number): void;
  }
  interface Canvas {
    _drawing: boolean;
    _ctx: CanvasRenderingContext2D;
    _fillStroke(dessin: CanvasRenderingContext2D, marque: Path): void;
    _updateCircle(marque: CircleMarker): void;
  }
  interface Path {
    _renderer: Canvas;
    _pxBounds: Bounds;
    _containsPoint(point: Point): boolean;
    feature?: GeoJSON.Feature;
  }
  interface CircleMarker {
    _point: Point;
    _radius: number;
    _empty(): boolean;
    _project(): void;
    _updateBounds(): void;
    _updatePath(): void;
  }
  interface CircleMarkerOptions {
    /** How many projects a disc stands for; a mark of one has none. */
    nombre?: number;
  }
  interface Map {
    atlasCadre?: import("../../static/atlas/carte/cadrage.js").Cadre | null;
    _getNewPixelOrigin(centre: LatLng, zoom?: number): Point;
  }
  namespace Control {
    interface Zoom {
      _zoomInButton: HTMLElement;
      _zoomOutButton: HTMLElement;
    }
  }
}

declare global {
  const topojson: typeof import("topojson-client");
  const Supercluster: typeof SuperclusterDeLaBibliotheque;
  interface Window {
    atlas?: Face;
    map?: L.Map;
    Streamlit?: { setComponentValue(valeur: unknown): void };
    atlasAbsent?: (lieu: HTMLElement, fichier: string) => void;
    CSSFontFaceRule: typeof CSSFontFaceRule;
  }
}
