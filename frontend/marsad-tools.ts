import { nothing } from 'lit';
import { buttons, drawMenu, lookMenu, type LookChange } from './marsad-controls';
import type { Mode } from './marsad-counts';
import { boxOf, type DrawTools, type Shape } from './marsad-draw';
import type { By } from './marsad-symbols';
import type { MapView } from './marsad-view';
import type { Texts } from './marsad-words';

/** What is seen, and how. */
export interface Looks {
  readonly texts: Texts;
  readonly words: readonly string[];
  readonly mode: Mode;
  readonly by: By;
}

/** What the tools ask for. */
export interface ToolWishes {
  /** What is shown of the tools is another. */
  changed(): void;
  look(change: LookChange): void;
  area(area: string): void;
  fit(): void;
  /** Drawing has begun: its hint is to be read out, and the map to have the focus. */
  drawing(hint: string): void;
}

/** The buttons at the map's edge with their menus, and drawing an area. */
export class Tools {
  /** The shape that is being drawn. */
  drawing: Shape | undefined;
  private menu: '' | 'look' | 'draw' = '';

  constructor(
    private readonly view: MapView,
    private readonly draw: DrawTools,
    private readonly wishes: ToolWishes,
  ) {}

  closeMenu(): void {
    this.open('');
  }

  stopDrawing(): void {
    this.drawing = undefined;
    this.draw.stop();
    this.wishes.changed();
  }

  /** @param texts to be said of the shape */
  private start(shape: Shape, texts: Texts): void {
    this.menu = '';
    this.drawing = shape;
    this.draw.start(shape);
    this.wishes.drawing(texts[`draw.${shape}Hint`] ?? '');
  }

  /** The keyboard's way to draw: what the panels leave free of the map becomes the area. */
  private takeExtent(): void {
    this.closeMenu();
    this.wishes.area(boxOf(this.view.extent()));
  }

  private open(menu: '' | 'look' | 'draw'): void {
    this.menu = this.menu === menu ? '' : menu;
    this.wishes.changed();
  }

  render({ texts, words, mode, by }: Looks) {
    const table = words.includes('table');
    const acts = {
      zoomIn: () => this.view.step(1),
      zoomOut: () => this.view.step(-1),
      fit: () => this.wishes.fit(),
      home: () => this.view.home(),
      look: () => this.open('look'),
      draw: () => this.open('draw'),
      table: () => this.wishes.look(table ? { drop: ['table'] } : { add: 'table' }),
    };
    const key = (event: KeyboardEvent) => this.key(event);
    return [
      buttons(texts, acts, { look: this.menu === 'look', draw: this.menu === 'draw', table }),
      this.menu === 'look' ? lookMenu(texts, mode, by, words, (change) => this.wishes.look(change), key) : nothing,
      this.menu === 'draw' ? drawMenu(texts, (shape) => this.start(shape, texts), () => this.takeExtent(), key) : nothing,
    ];
  }

  /** Escape closes a menu, and leaves the focus on the button that opened it. */
  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
      const opener = root.querySelector<HTMLElement>(`[data-act=${this.menu}]`);
      this.closeMenu();
      opener?.focus();
    }
  }
}
