import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import {
  differingGroups,
  readWitnessCode,
  witnessCode,
} from "../../theme/components/log/model/witness-code.js";

const HEAD = "00443214c74254b635cf84653a56d7c675be77df00443214c74254b635cf8465";
const code = witnessCode(HEAD, 412, "2026-10-25");
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const written = code.groups.join("");
const at = (text, place, letter) => text.slice(0, place) + letter + text.slice(place + 1);
const another = (letter) => LETTERS[(LETTERS.indexOf(letter) + 7) % 32];

test("a code is the first 130 bits of the head, two letters to check, the number and the day", () => {
  assert.equal(written.slice(0, 26), "0123456789ABCDEFGHJKMNPQRS");
  assert.equal(code.text, `412 · 25 Oct 2026 · ${code.groups.join("-")}`);
  assert.match(code.text, /^412 · 25 Oct 2026 · ([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  assert.equal(written.slice(26), "WX");
});

test("a code is read back with its number and day", () => {
  const groups = { groups: code.groups, wrong: [], problems: [] };
  assert.deepEqual(readWitnessCode(code.text), { count: 412, day: "2026-10-25", ...groups });
  assert.deepEqual(readWitnessCode(`412, 2026-10-25: ${written}`), {
    count: 412,
    day: "2026-10-25",
    ...groups,
  });
  assert.deepEqual(readWitnessCode(`412 · ${code.groups.join(" ")}`), { count: 412, day: "", ...groups });
  assert.deepEqual(readWitnessCode(written), { count: null, day: "", ...groups });
});

test("every day is read back", () => {
  for (const day of ["2026-01-31", "2028-02-29", "2026-09-05", "2026-12-01"])
    assert.equal(readWitnessCode(witnessCode(HEAD, 1, day).text).day, day);
  assert.equal(readWitnessCode(`5 · 31 Feb 2026 · ${written}`).day, "");
});

test("a day is read back that a copy in Spanish wrote, or a person in either language", () => {
  const spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
  for (const [number, month] of spanish.entries()) {
    const day = `2026-${String(number + 1).padStart(2, "0")}-09`;
    assert.equal(readWitnessCode(`5 · 9 ${month} 2026 · ${written}`).day, day);
  }
  for (const [typed, day] of [
    ["9 de enero de 2026", "2026-01-09"],
    ["9 de setiembre de 2026", "2026-09-09"],
    ["30 de Septiembre de 2026", "2026-09-30"],
    ["9 August 2026", "2026-08-09"],
    ["9 Sept. 2026", "2026-09-09"],
    ["9 foo 2026", ""],
  ])
    assert.equal(readWitnessCode(`5 · ${typed} · ${written}`).day, day, typed);
});

test("reading forgives lower case, spaces, dashes, and letters that look like digits", () => {
  const typed = written.replaceAll("0", "o").replaceAll("1", "l").toLowerCase();
  for (const text of [
    typed,
    typed.replaceAll("l", "I"),
    ` ${[...typed].join(" ")}\n`,
    code.groups.join("–"),
    code.groups.join(" . "),
  ])
    assert.deepEqual(readWitnessCode(text).groups, code.groups);
});

test("a first group of digits is no number", () => {
  const digits = witnessCode(`00443${HEAD.slice(5)}`, 5, "2026-10-25");
  assert.match(digits.groups[0], /^\d+$/);
  assert.deepEqual(readWitnessCode(digits.groups.join(" ")).groups, digits.groups);
  assert.equal(readWitnessCode(digits.groups.join(" ")).count, null);
});

test("one wrong letter is found in its group", () => {
  for (let place = 0; place < 28; place++) {
    const group = Math.floor(place / 4) + 1;
    assert.deepEqual(readWitnessCode(at(written, place, another(written[place]))), {
      count: null,
      day: "",
      groups: at(written, place, another(written[place])).match(/.{4}/g),
      wrong: [group],
      problems: [`Group ${group} seems to have a wrong letter.`],
    });
  }
});

test("two letters in each other's place are noticed", () => {
  for (let place = 0; place < 27; place++) {
    const [one, other] = written.slice(place, place + 2);
    const swapped = at(at(written, place, other), place + 1, one);
    if (one !== other)
      assert.deepEqual(readWitnessCode(swapped).problems, ["More than one letter of this code is wrong."]);
  }
});

test("two wrong letters are noticed", () => {
  for (let place = 0; place < 27; place++) {
    const one = at(written, place, another(written[place]));
    assert.notDeepEqual(readWitnessCode(at(one, place + 1, another(another(one[place + 1])))).problems, []);
  }
});

test("a letter that no code has, and a group that is too short, are named", () => {
  assert.deepEqual(readWitnessCode(at(written, 9, "U")).problems, ["Group 3 has a letter that no code has."]);
  assert.deepEqual(readWitnessCode(at(written, 27, "?")).wrong, [7]);
  const short = code.groups.with(1, "567").join("-");
  assert.deepEqual(readWitnessCode(short).problems, ["Group 2 does not have four letters."]);
  assert.deepEqual(readWitnessCode(`412 · 25 Oct 2026 · ${short}`).wrong, [2]);
});

test("a code of another length is told so", () => {
  const most = "A code has 28, in seven groups of four.";
  assert.deepEqual(readWitnessCode("").problems, [`This code has 0 letters. ${most}`]);
  assert.deepEqual(readWitnessCode("K").problems, [`This code has 1 letter. ${most}`]);
  assert.deepEqual(readWitnessCode(`${written}0`).problems, [`This code has 29 letters. ${most}`]);
});

test("codes of other heads differ, and the groups that differ are known", () => {
  for (let round = 0; round < 200; round++) {
    const other = witnessCode(randomBytes(32).toString("hex"), 1, "2026-01-01");
    assert.deepEqual(readWitnessCode(other.text).problems, []);
    assert.notDeepEqual(other.groups, code.groups);
  }
  assert.deepEqual(differingGroups(code.groups.with(4, "AAAA"), code.groups), [5]);
  assert.deepEqual(differingGroups(code.groups.slice(0, 6), code.groups), [7]);
});
