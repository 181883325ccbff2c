// The check sum of a file in a ZIP.

const TABLE = Uint32Array.from({ length: 256 }, (_value, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

export function createSum() {
  let sum = 0xffffffff;
  return {
    /** @param {Uint8Array} bytes */
    add(bytes) {
      for (let at = 0; at < bytes.length; at++) sum = TABLE[(sum ^ bytes[at]) & 0xff] ^ (sum >>> 8);
    },
    value: () => (sum ^ 0xffffffff) >>> 0,
  };
}
