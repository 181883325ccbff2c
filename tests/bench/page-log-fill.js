/** Keep a log of many entries where the guide of the same folder finds it. */
import { emptyData } from "../../theme/components/log/draft.js";
import { keptFileText } from "../../theme/components/log/model/kept-files.js";
import { makesToLines, writeEntry, writeItem } from "../../theme/components/log/model/writing.js";
import { opened } from "./open-vault.js";

const KINDS = ["call", "message", "seen", "police"];
const field = (takes, most) => ({ label: "", takes, most, apart: false, options: {}, first: [] });
const FIELDS = {
  what: field("text", 8000),
  item: field("line", 40),
  thing: field("text", 1000),
  kept: field("files", 50),
};
const SHAPE = {
  kinds: Object.fromEntries([...KINDS, "item"].map((id) => [id, { label: id }])),
  fields: FIELDS,
  ofItem: { item: "", thing: "", kept: "" },
};
const WORDS = "came to the door and rang three times then left a letter in the box".split(" ");
const ZONE = { offset: "+00:00", zone: "Etc/UTC" };
const HOUR = 3600_000; // milliseconds

/** One entry an hour; each has its number in its words. */
function makesOf(count) {
  return Array.from({ length: count }, (_, index) => {
    const utc = `${new Date(Date.UTC(2025, 0, 1) + index * HOUR).toISOString().slice(0, 19)}Z`;
    const words = Array.from({ length: 30 }, (_word, at) => WORDS[(index * 7 + at * at) % WORDS.length]);
    return writeEntry(
      {
        kind: KINDS[index % KINDS.length],
        when: { as: "exact", wall: utc.slice(0, 16), utc, ...ZONE },
        fields: { what: `Number ${index + 1}: ${words.join(" ")}` },
      },
      { shape: SHAPE, written: { utc, ...ZONE, clock: "ok" } },
    ).makes;
  }).flat();
}

/** Keep so many entries, and so many items with a photograph each. */
window.fill = async (count, passphrase, photos = 0) => {
  const vault = await opened;
  const lines = makesToLines(makesOf(count), 1).map(({ line }) => line);
  await vault.keep(passphrase, { log: emptyData() }, lines);
  const photo = photos && (await photograph());
  for (let number = 1; number <= photos; number++) await keepPhoto(vault, number, photo);
  await vault.lock();
  return lines.length;
};

async function keepPhoto(vault, number, photo) {
  const { id, ...about } = await vault.attachments.add(new Blob([photo, `${number}`])); // each is another file
  const kept = [keptFileText({ ...about, file: id, dated: "2025-02-01", name: `IMG_${number}.JPG` })];
  const utc = "2025-03-01T10:00:00Z";
  const { makes } = writeItem(
    {
      when: { as: "exact", wall: utc.slice(0, 16), utc, ...ZONE },
      fields: { item: `${number}`, thing: "A photograph of the door", kept },
    },
    { shape: SHAPE, written: { utc, ...ZONE, clock: "ok" } },
  );
  await vault.lines.add(makes);
}

/** Twelve megapixels, and as many bytes as a telephone makes of them. */
function photograph() {
  const [width, height] = [4000, 3000];
  const image = new ImageData(width, height);
  const points = new Uint32Array(image.data.buffer);
  for (let at = 0; at < points.length; at++) {
    const [x, y] = [(at % width) >> 3, Math.floor(at / width) >> 3];
    points[at] = 0xff000000 | ((x * y * 2654435761) & 0x3f3f3f) | (x & 0xff) | ((y & 0xff) << 8);
  }
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d", { willReadFrequently: true }).putImageData(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
}
