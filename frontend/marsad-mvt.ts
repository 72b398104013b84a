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
    let value = 0;
    let factor = 1;
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
  const features: Reader[] = [];
  const keys: string[] = [];
  const values: (string | number)[] = [];
  while (layer.at < layer.end) {
    const tag = layer.varint();
    switch (tag >> 3) {
      case 1:
        name = layer.text();
        break;
      case 2:
        features.push(layer.part());
        break;
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
  const cells = name === 'cells';
  const out = empty(cells, features.length);
  features.forEach((feature, index) => {
    while (feature.at < feature.end) {
      const tag = feature.varint();
      if (tag >> 3 === 1) {
        out.id[index] = feature.varint();
      } else if (tag >> 3 === 2) {
        const tags = feature.part();
        while (tags.at < tags.end) {
          put(out, index, keys[tags.varint()]!, values[tags.varint()]!);
        }
      } else if (tag >> 3 === 4) {
        const geometry = feature.part();
        if ((geometry.varint() & 7) === MOVE_TO) {
          out.x[index] = (column + zigzag(geometry.varint()) / extent) * share;
          out.y[index] = (row + zigzag(geometry.varint()) / extent) * share;
        }
      } else {
        feature.skip(tag & 7);
      }
    }
    if (!cells) {
      out.n[index] = 1;
      out.violent[index] = out.type[index] === 'ASSAULT' ? 1 : 0;
    }
  });
  return out;
}

function put(out: Columns, index: number, key: string, value: string | number): void {
  switch (key) {
    case 'n':
    case 'violent':
    case 'certain':
    case 'where':
    case 'start':
    case 'deaths':
    case 'id':
      out[key][index] = Number(value);
      break;
    case 'type':
    case 'kind':
      (out[key] as string[])[index] = String(value);
      break;
    default:
      // A newer server may say more; what we do not draw is no error.
      break;
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
