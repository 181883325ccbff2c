import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "../../theme/components/common/file-name.js";

const FAMILY = "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}";
const WORKER = "\u{1f469}\u{1f3fd}\u200d\u{1f692}";
const HEART = "\u2764\ufe0f";
const FLAG = "\u{1f1eb}\u{1f1f7}";

test("a usual name stays, and an empty one has a plain word", () => {
  for (const wish of ["shopping", "Été 2026", "Ana's list", "رسالة", "mañana (2)", "v1.2"]) {
    assert.equal(fileName(wish, "txt"), `${wish}.txt`);
  }
  for (const wish of ["", " ", "...", "/", "\u202e", "\u200d", "\ufe0f", ".txt", " .TXT. "]) {
    assert.equal(fileName(wish, "txt"), "notes.txt", JSON.stringify(wish));
    assert.equal(fileName(wish, "txt", "memo"), "memo.txt", JSON.stringify(wish));
  }
});

test("the names that Windows keeps for devices become others", () => {
  const numbered = [..."123456789"].flatMap((number) => [`com${number}`, `lpt${number}`]);
  for (const name of ["con", "prn", "aux", "nul", ...numbered, "COM¹", "Lpt³"]) {
    for (const wish of [name, name.toUpperCase(), `${name}.`, ` ${name} `, `${name}.txt`, `${name}:`]) {
      const made = fileName(wish, "txt");
      assert.equal(made.toLowerCase(), `${name}-.txt`.toLowerCase(), JSON.stringify(wish));
    }
    assert.equal(fileName(`${name}.old`, "txt"), `${name}-.old.txt`);
    assert.equal(fileName(`${name} .old`, "txt"), `${name} -.old.txt`);
  }
  for (const wish of ["contact", "com", "com10", "console", "null", "my con"]) {
    assert.equal(fileName(wish, "txt"), `${wish}.txt`);
  }
});

test("signs of paths and of direction go, and so do dots and blanks at both ends", () => {
  assert.equal(fileName("../../etc/passwd", "txt"), "etcpasswd.txt");
  assert.equal(fileName('a\\b:c*d?e"f<g>h|i', "txt"), "abcdefghi.txt");
  assert.equal(fileName("gpj\u202e\u2066\u200f.exe\u0000\n\u2028", "txt"), "gpj.exe.txt");
  assert.equal(fileName(" .. list . . ", "txt"), "list.txt");
  assert.equal(fileName("a\ud83dz", "txt"), "az.txt");
});

test("an ending that is there is not written twice", () => {
  for (const wish of ["list.txt", "list.TXT", "list.txt.txt", "list.txt. ", "list. .txt"]) {
    assert.equal(fileName(wish, "txt"), "list.txt", wish);
  }
  assert.equal(fileName("list.txt", "json"), "list.txt.json");
});

test("pictures stay whole, and what joins them is nowhere else", () => {
  for (const wish of [FAMILY, WORKER, HEART, FLAG, `a${FAMILY}b${HEART}`]) {
    assert.equal(fileName(wish, "txt"), `${wish}.txt`);
  }
  assert.equal(fileName(`a\u200db\ufe0f${FAMILY}\u200d`, "txt"), `ab${FAMILY}.txt`);
});

test("a name has at most a hundred letters, and none is cut", () => {
  assert.equal(fileName("x".repeat(300), "txt"), `${"x".repeat(100)}.txt`);
  for (const letter of [FLAG, HEART, "\u{1f9e1}", "x\u0323\u0307"]) {
    const made = fileName(letter.repeat(150), "txt");
    assert.equal(made, `${letter.normalize().repeat(100)}.txt`);
  }
  assert.equal(fileName(`${"x".repeat(99)}. tail`, "txt"), `${"x".repeat(99)}.txt`);
  assert.equal(fileName(`${"x".repeat(120)}.txt`, "txt"), `${"x".repeat(100)}.txt`);
});
