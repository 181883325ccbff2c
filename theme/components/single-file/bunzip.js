// Unpack bzip2, which browsers cannot by themselves: of the guide's text it leaves a quarter less than gzip.
// A block is Huffman codes of a list that moves to its front what was used last, of text sorted by what follows each letter.

const BLOCK = 0x314159; // how a block begins: the first digits of π
const GROUP = 50; // symbols by one table
const LONGEST = 20; // bits of a code
const POLYNOMIAL = 0x04c11db7;

/**
 * Return what was packed. Throws where it was damaged or cut.
 * @param {Uint8Array} bytes
 */
export function bunzip(bytes) {
  const read = createReader(bytes);
  read(24);
  const most = (read(8) - 48) * 100_000; // bytes of a block
  const parts = [];
  while (read(24) === BLOCK) {
    read(24);
    const sum = [read(16), read(16)];
    parts.push(...unpackBlock(read, most, ((sum[0] << 16) | sum[1]) >>> 0));
  }
  return new Blob(parts);
}

/** Return what reads so many bits, at most 24. */
function createReader(bytes) {
  let at = 0;
  let bits = 0;
  let held = 0;
  return function read(count) {
    for (; held < count; held += 8) {
      if (at >= bytes.length) throw new RangeError("bzip2: cut");
      bits = (bits << 8) | bytes[at++];
    }
    held -= count;
    const value = bits >>> held;
    bits &= (1 << held) - 1;
    return value;
  };
}

function unpackBlock(read, most, sum) {
  read(1); // of an old form that nobody writes
  const first = read(24);
  const sorted = readSorted(read, most);
  if (first >= sorted.length) throw new RangeError("bzip2: damaged");
  const parts = withRuns(inOrder(sorted, first));
  if (sumOf(parts) !== sum) throw new RangeError("bzip2: damaged");
  return parts;
}

/** Read the letters of a block as they are sorted. */
function readSorted(read, most) {
  const recent = readLetters(read);
  const end = recent.length + 1; // the symbol that ends the block
  const next = createSymbols(read, end + 1);
  const sorted = new Uint8Array(most);
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let symbol = next(); ; symbol = next()) {
    if (symbol < 2) {
      run += weight << symbol;
      weight *= 2;
      if (run > most) throw new RangeError("bzip2: damaged");
      continue;
    }
    if (length + run + 1 > most) throw new RangeError("bzip2: damaged");
    sorted.fill(recent[0], length, (length += run));
    [run, weight] = [0, 1];
    if (symbol === end) return sorted.subarray(0, length);
    const letter = recent[symbol - 1];
    recent.copyWithin(1, 0, symbol - 1);
    sorted[length++] = recent[0] = letter;
  }
}

/** Read which letters there are. */
function readLetters(read) {
  const letters = [];
  const groups = read(16);
  for (let high = 0; high < 16; high++) {
    if (!((groups >> (15 - high)) & 1)) continue;
    const used = read(16);
    for (let low = 0; low < 16; low++) if ((used >> (15 - low)) & 1) letters.push(high * 16 + low);
  }
  return Uint8Array.from(letters);
}

/** Return what reads the next symbol. */
function createSymbols(read, count) {
  const tablesThere = read(3);
  const order = Array.from({ length: tablesThere }, (_, index) => index);
  const chosen = Array.from({ length: read(15) }, () => {
    let place = 0;
    while (read(1)) place++;
    const [table] = order.splice(place, 1);
    order.unshift(table);
    return table;
  });
  const tables = order.map(() => readTable(read, count));
  let at = 0;
  return function next() {
    const { counts, symbols } = tables[chosen[Math.floor(at++ / GROUP)]];
    let code = 0;
    for (let length = 1, base = 0, place = 0; length <= LONGEST; length++) {
      code = (code << 1) | read(1);
      const here = counts[length];
      if (code - base < here) return symbols[place + code - base];
      place += here;
      base = (base + here) << 1;
    }
    throw new RangeError("bzip2: damaged");
  };
}

/** Read the lengths of codes; codes of one length follow each other, in the order of their symbols. */
function readTable(read, count) {
  const counts = new Uint16Array(LONGEST + 1);
  let length = read(5);
  const lengths = Array.from({ length: count }, () => {
    while (read(1)) length += read(1) ? -1 : 1;
    counts[length]++;
    return length;
  });
  const symbols = lengths.map((_, symbol) => symbol).sort((one, other) => lengths[one] - lengths[other]);
  return { counts, symbols };
}

/** Put sorted letters back into their order. */
function inOrder(sorted, first) {
  const starts = new Uint32Array(257);
  for (const letter of sorted) starts[letter + 1]++;
  for (let letter = 0; letter < 256; letter++) starts[letter + 1] += starts[letter];
  const following = new Uint32Array(sorted.length);
  for (let place = 0; place < sorted.length; place++) following[starts[sorted[place]]++] = place;
  const text = new Uint8Array(sorted.length);
  for (let at = 0, place = following[first]; at < text.length; at++, place = following[place])
    text[at] = sorted[place];
  return text;
}

/** After four equal letters, a number says how many more there are. */
function withRuns(text) {
  const parts = [];
  let [same, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (same < 4) same = same && text[at] === text[at - 1] ? same + 1 : 1;
    else {
      parts.push(text.subarray(from, at), new Uint8Array(text[at]).fill(text[at - 1]));
      [same, from] = [0, at + 1];
    }
  }
  return [...parts, text.subarray(from)];
}

function sumOf(parts) {
  const table = Array.from({ length: 256 }, (_, byte) => {
    let sum = byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum < 0 ? POLYNOMIAL : 0);
    return sum;
  });
  let sum = -1;
  for (const bytes of parts) for (const byte of bytes) sum = (sum << 8) ^ table[(sum >>> 24) ^ byte];
  return ~sum >>> 0;
}
