// Read and write the parts of a WebAssembly file that cut.mjs changes. All else is passed on as bytes.
// What is not known here is refused: a new Pyodide must not be read wrongly.

export const SECTION = {
  CUSTOM: 0,
  IMPORT: 2,
  EXPORT: 7,
  START: 8,
  ELEMENT: 9,
  CODE: 10,
  DATA: 11,
  DATA_COUNT: 12,
};
export const KINDS = ["func", "table", "memory", "global", "tag"];
export const OP = {
  UNREACHABLE: 0x00,
  END: 0x0b,
  GLOBAL_GET: 0x23,
  GLOBAL_SET: 0x24,
  I32_STORE: 0x36,
  I32_CONST: 0x41,
  I32_ADD: 0x6a,
  I32_SUB: 0x6b,
  EXTENDED: 0xfc,
};
const HEADER = 8; // bytes: magic number and version
const EMPTY_BLOCK = 0x40;
const FUNCTION_REFERENCE = 0x70;

export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  unsigned() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  signed() {
    let value = 0;
    for (let shift = 0; ;) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) return shift < 32 && byte & 64 ? value | (-1 << shift) : value;
    }
  }
  skipNumber() {
    while (this.byte() >= 128);
  }
  text() {
    const length = this.unsigned();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
  list(read) {
    return Array.from({ length: this.unsigned() }, read);
  }
}

export function unsigned(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) | (value >= 128 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value);
  return bytes;
}

export function signed(value) {
  const bytes = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

export function text(value) {
  const bytes = Buffer.from(value);
  return [...unsigned(bytes.length), ...bytes];
}

/** Return `{bytes, sections, imports, exports, start, table, code, data}`; places are offsets into `bytes`. */
export function readModule(bytes) {
  const module = {
    bytes,
    sections: [],
    imports: [],
    exports: [],
    start: null,
    table: null,
    code: [],
    data: null,
  };
  const reader = new Reader(bytes, HEADER);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const length = reader.unsigned();
    const end = reader.at + length;
    module.sections.push({ id, start: reader.at, end });
    READ[id]?.(module, reader);
    reader.at = end;
  }
  return module;
}

const READ = {
  [SECTION.IMPORT](module, reader) {
    module.imports = reader.list(() => readImport(reader));
  },
  [SECTION.EXPORT](module, reader) {
    module.exports = reader.list(() => ({
      name: reader.text(),
      kind: KINDS[reader.byte()],
      index: reader.unsigned(),
    }));
  },
  [SECTION.START](module, reader) {
    module.start = reader.unsigned();
  },
  [SECTION.ELEMENT](module, reader) {
    [module.table] = only(reader.list(() => readActive(reader, () => reader.list(() => reader.unsigned()))));
  },
  [SECTION.CODE](module, reader) {
    module.code = reader.list(() => readBody(reader));
  },
  [SECTION.DATA](module, reader) {
    [module.data] = only(
      reader.list(() =>
        readActive(reader, () => {
          const length = reader.unsigned();
          reader.at += length;
          return bytesOf(reader, reader.at - length);
        }),
      ),
    );
  },
};

const bytesOf = (reader, start) => reader.bytes.subarray(start, reader.at);

function only(list) {
  if (list.length !== 1) throw new Error(`${list.length} segments`);
  return list;
}

function readImport(reader) {
  const found = { module: reader.text(), name: reader.text(), kind: KINDS[reader.byte()] };
  if (found.kind === "func") return { ...found, type: reader.unsigned() };
  if (found.kind === "global") return { ...found, type: reader.byte(), mutable: reader.byte() === 1 };
  if (found.kind === "tag") return { ...found, attribute: reader.byte(), type: reader.unsigned() };
  if (found.kind === "table") found.type = reader.byte();
  const flags = reader.byte();
  if (flags > 1) throw new Error(`limits of ${found.name}: ${flags}`);
  return { ...found, initial: reader.unsigned(), ...(flags ? { maximum: reader.unsigned() } : {}) };
}

/** An active segment for memory or table 0, at the place that a global names. */
function readActive(reader, read) {
  if (reader.byte() !== 0 || reader.byte() !== OP.GLOBAL_GET) throw new Error("a segment of another kind");
  const base = reader.unsigned();
  if (reader.byte() !== OP.END) throw new Error("a segment of another kind");
  return { base, content: read() };
}

function readBody(reader) {
  const end = reader.unsigned() + reader.at;
  const start = reader.at;
  reader.list(() => [reader.unsigned(), reader.byte()]);
  const body = { start, instructions: reader.at, end };
  reader.at = end;
  return body;
}

/** Yield `[opcode, start, end, value]` of each instruction; `value` is its first number, where it has one. */
export function* instructions(bytes, { instructions: start, end }) {
  const reader = new Reader(bytes, start);
  while (reader.at < end) {
    const at = reader.at;
    const opcode = reader.byte();
    const value = readImmediate(reader, opcode);
    yield [opcode, at, reader.at, value];
  }
  if (reader.at !== end) throw new Error(`a body ends at ${reader.at}, not at ${end}`);
}

const one = (reader) => reader.unsigned();
const last = (reader) => {
  reader.unsigned();
  return reader.unsigned();
};
const skip = (bytes) => (reader) => {
  reader.at += bytes;
};
const table = (reader) => {
  reader.list(() => reader.unsigned());
  return reader.unsigned();
};

/** How to read what follows each instruction; nothing follows those from 0x45 to 0xc4, and the few of `PLAIN`. */
const IMMEDIATES = {
  0x0e: table,
  0x1c: (reader) => reader.list(() => reader.byte()).length,
  0x41: (reader) => reader.signed(),
  0x42: (reader) => reader.skipNumber(),
  0x43: skip(4),
  0x44: skip(8),
  0xd0: (reader) => reader.skipNumber(),
  0xfc: readExtended,
};
for (const opcode of [0x02, 0x03, 0x04, 0x06]) IMMEDIATES[opcode] = readBlockType;
for (const opcode of [0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x18, 0x3f, 0x40, 0xd2])
  IMMEDIATES[opcode] = one;
for (let opcode = 0x20; opcode <= 0x26; opcode += 1) IMMEDIATES[opcode] = one;
for (let opcode = 0x28; opcode <= 0x3e; opcode += 1) IMMEDIATES[opcode] = last; // after the alignment
for (const opcode of [0x11, 0x13]) IMMEDIATES[opcode] = last;
const PLAIN = new Set([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1]);

function readImmediate(reader, opcode) {
  const read = IMMEDIATES[opcode];
  if (read) return read(reader);
  if (!PLAIN.has(opcode) && !(opcode >= 0x45 && opcode <= 0xc4)) throw new Error(`instruction ${opcode}`);
  return undefined;
}

function readBlockType(reader) {
  const first = reader.bytes[reader.at];
  if (first === EMPTY_BLOCK || (first >= FUNCTION_REFERENCE - 7 && first <= 0x7f)) reader.at += 1;
  else reader.skipNumber();
}

/** Saturating conversions, and work on whole stretches of memory and of tables. */
function readExtended(reader) {
  const kind = reader.unsigned();
  const numbers = kind < 8 ? 0 : [9, 11, 13, 15, 16, 17].includes(kind) ? 1 : 2;
  if (kind === 8 || kind === 9 || kind > 17) throw new Error(`instruction 252 ${kind}`);
  for (let count = 0; count < numbers; count += 1) reader.unsigned();
  return kind;
}
