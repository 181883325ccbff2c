import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openWithPassphrase } from "../../theme/components/vault/age-files.js";
import { decodeData } from "../../theme/components/vault/padding.js";

const folder = new URL("../cases/vault/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".age"))
  .map((file) => file.slice(0, -4));
const read = (name) => readFileSync(new URL(name, folder));

test("there are released files", () => assert.ok(names.length >= 6));

for (const name of names) {
  test(`the released file ${name} opens`, async () => {
    const file = new Uint8Array(read(`${name}.age`));
    const passphrase = read(`${name}.passphrase`).toString().trimEnd();
    const bytes = await openWithPassphrase(file, passphrase);
    assert.equal(bytes.length % 4096, 0);
    assert.deepEqual(decodeData(bytes), JSON.parse(read(`${name}.json`)));
  });
}
