/**
 * Reads the map's vector tiles (Mapbox Vector Tile 2.1) straight into columns: a tile may hold tens of thousands of cells, for
 * which objects would cost more than the drawing.
 */

/** What a tile holds, one row a cell or an event. Positions are shares of the world: x from the west, y from the north. */
export interface Columns {
  readonly cells: boolean;
  readonly size: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Events of the row: 1 for an event. */
  readonly n: Uint32Array;
  readonly violent: Uint32Array;
  /** Events that are certainly in the corridor or the area; of an event -1 where neither is chosen. */
  readonly certain: Int32Array;
  /** Only of events; 0 where unknown. */
  readonly id: Float64Array;
  readonly type: readonly string[];
  readonly kind: readonly string[];
  readonly where: Uint8Array;
  /** Days since 1970-01-01; NONE where unknown. */
  readonly start: Int32Array;
  /** -1 where unknown. */
  readonly deaths: Int32Array;
}

export const NONE = -0x80000000;
export const NOTHING: Columns = empty(true, 0);

const MOVE_TO = 1;

/** Protocol buffers, as far as tiles need them. */
class Reader {
  at: number;
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
    readonly end = bytes.length,
  ) {
    this.at = from;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Exact up to 2^53; what is larger does not occur in our tiles. */
  varint(): number {
    const first = this.bytes[this.at++]!;
    if (first < 0x80) {
      return first;
    }
    let value = first & 0x7f;
    let factor = 128;
    for (;;) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        return value;
      }
      factor *= 128;
    }
  }

  part(): Reader {
    const length = this.varint();
    const part = new Reader(this.bytes, this.at, this.at + length);
    this.at += length;
    return part;
  }

  text(): string {
    const part = this.part();
    return new TextDecoder().decode(this.bytes.subarray(part.at, part.end));
  }

  skip(wire: number): void {
    if (wire === 0) {
      this.varint();
    } else if (wire === 2) {
      this.at += this.varint();
    } else {
      this.at += wire === 1 ? 8 : 4;
    }
  }

  value(): string | number {
    let value: string | number = 0;
    while (this.at < this.end) {
      const tag = this.varint();
      switch (tag >> 3) {
        case 1:
          value = this.text();
          break;
        case 2:
          value = this.view.getFloat32(this.at, true);
          this.at += 4;
          break;
        case 3:
          value = this.view.getFloat64(this.at, true);
          this.at += 8;
          break;
        case 4:
          value = Number(BigInt.asIntN(64, BigInt(this.varint())));
          break;
        case 6:
          value = zigzag(this.varint());
          break;
        default:
          value = this.varint();
      }
    }
    return value;
  }
}

const zigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** @param z, column, row which tile this is, with y from the north */
export function readTile(bytes: Uint8Array, z: number, column: number, row: number): Columns {
  const tile = new Reader(bytes);
  while (tile.at < tile.end) {
    const tag = tile.varint();
    if (tag >> 3 === 3) {
      return readLayer(tile.part(), 2 ** -z, column, row);
    }
    tile.skip(tag & 7);
  }
  return NOTHING;
}

function readLayer(layer: Reader, share: number, column: number, row: number): Columns {
  let name = '';
  let extent = 4096;
  /** Where each begins and ends. */
  const features: number[] = [];
  const keys: string[] = [];
  const values: (string | number)[] = [];
  while (layer.at < layer.end) {
    const tag = layer.varint();
    switch (tag >> 3) {
      case 1:
        name = layer.text();
        break;
      case 2: {
        const length = layer.varint();
        features.push(layer.at, layer.at + length);
        layer.at += length;
        break;
      }
      case 3:
        keys.push(layer.text());
        break;
      case 4:
        values.push(layer.part().value());
        break;
      case 5:
        extent = layer.varint();
        break;
      default:
        layer.skip(tag & 7);
    }
  }
  return new Features(layer, features, keys, values).read(name === 'cells', share / extent, column * extent, row * extent);
}

/** The features of a layer. Cells with equal counts are one feature of many points, and become as many rows. */
class Features {
  private id = 0;
  private tagsFrom = 0;
  private tagsTo = 0;
  private geometry = 0;

  constructor(
    private readonly reader: Reader,
    private readonly ends: readonly number[],
    private readonly keys: readonly string[],
    private readonly values: readonly (string | number)[],
  ) {}

  /**
   * @param unit of the layer's coordinates, as a share of the world
   * @param left and top of the tile, in such units
   */
  read(cells: boolean, unit: number, left: number, top: number): Columns {
    let size = 0;
    for (let i = 0; i < this.ends.length; i += 2) {
      size += this.scan(i);
    }
    const out = empty(cells, size);
    const columns = this.keys.map((key) => columnOf(out, key));
    let at = 0;
    for (let i = 0; i < this.ends.length; i += 2) {
      const first = at;
      const end = at + this.scan(i);
      this.reader.at = this.geometry;
      let x = left;
      let y = top;
      for (; at < end; at++) {
        x += zigzag(this.reader.varint());
        y += zigzag(this.reader.varint());
        out.x[at] = x * unit;
        out.y[at] = y * unit;
      }
      this.reader.at = this.tagsFrom;
      while (this.reader.at < this.tagsTo) {
        const column = columns[this.reader.varint()];
        const value = this.values[this.reader.varint()]!;
        // A newer server may say more; what we do not draw is no error.
        for (let row = first; column && row < end; row++) {
          column[row] = value;
        }
      }
      if (!cells) {
        out.id.fill(this.id, first, end);
        out.n.fill(1, first, end);
        out.violent.fill(out.type[first] === 'ASSAULT' ? 1 : 0, first, end);
      }
    }
    return out;
  }

  /** Finds the parts of a feature; returns how many points it has. */
  private scan(index: number): number {
    const reader = this.reader;
    reader.at = this.ends[index]!;
    let points = 0;
    this.tagsTo = this.tagsFrom = this.id = 0;
    while (reader.at < this.ends[index + 1]!) {
      const tag = reader.varint();
      if (tag === ((2 << 3) | 2) || tag === ((4 << 3) | 2)) {
        const end = reader.varint() + reader.at;
        if (tag >> 3 === 2) {
          [this.tagsFrom, this.tagsTo] = [reader.at, end];
        } else {
          const command = reader.varint();
          points = (command & 7) === MOVE_TO ? command >> 3 : 0;
          this.geometry = reader.at;
        }
        reader.at = end;
      } else if (tag >> 3 === 1) {
        this.id = reader.varint();
      } else {
        reader.skip(tag & 7);
      }
    }
    return points;
  }
}

/** Where the values of a key go; nowhere for one that we do not draw. */
function columnOf(out: Columns, key: string): { [row: number]: string | number } | undefined {
  switch (key) {
    case 'n':
    case 'violent':
    case 'certain':
    case 'where':
    case 'start':
    case 'deaths':
      return out[key];
    case 'type':
    case 'kind':
      return out[key] as string[];
    default:
      return undefined;
  }
}

function empty(cells: boolean, size: number): Columns {
  return {
    cells,
    size,
    x: new Float64Array(size),
    y: new Float64Array(size),
    n: new Uint32Array(size),
    violent: new Uint32Array(size),
    certain: new Int32Array(size).fill(cells ? 0 : -1),
    id: new Float64Array(cells ? 0 : size),
    type: [],
    kind: [],
    where: new Uint8Array(cells ? 0 : size).fill(1),
    start: new Int32Array(cells ? 0 : size).fill(NONE),
    deaths: new Int32Array(cells ? 0 : size).fill(-1),
  };
}
